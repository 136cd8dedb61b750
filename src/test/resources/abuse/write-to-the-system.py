# what: writes to /, /usr, /etc, /proc, /harness's parent and the interpreter's own folder
# why: changes would outlive the run
# expect: ok contained
import os, sys
held = True
for path in ("/x", "/usr/x", "/etc/x", "/proc/sys/vm/x", "/etc/hosts", sys.prefix + "/x", os.__file__, "/bin/x"):
    try:
        open(path, "a").close()
        held = False
        print("wrote", path)
    except OSError:
        pass
print("contained" if held else "escaped")
