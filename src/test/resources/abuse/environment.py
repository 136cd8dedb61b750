# what: looks for secrets in its environment
# why: the server's variables may hold tokens
# expect: ok contained
import os
known = {"PATH", "HOME", "USER", "LANG", "NUMBA_CACHE_DIR", "MPLBACKEND", "LC_CTYPE", "PWD", "PYTHONPATH", "PYTHONHASHSEED"}
more = set(os.environ) - known
print("contained" if not more else sorted(more))
