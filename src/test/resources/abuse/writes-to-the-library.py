# what: writes into the interpreter's folders, so that later programs import what it left
# why: the interpreter is shared by all runs and by the host
# expect: ok contained
import os, site, sys, sysconfig
folders = {os.path.dirname(os.__file__), *sysconfig.get_paths().values(), sys.prefix, sys.base_prefix, *site.getsitepackages()}
written = []
for folder in folders:
    for name in ("sitecustomize.py", "evil.pth"):
        try:
            open(os.path.join(folder, name), "a").close()
            written.append(folder)
        except OSError:
            pass
print("contained" if not written else written)
