# what: reads and opens what process 1 has: environment, memory, descriptors
# why: the supervisor knows the nonce that makes a result line genuine
# expect: ok contained
import os
seen = []
for name in ("environ", "mem", "maps", "fd/0", "fd/1", "auxv", "root"):
    try:
        with open("/proc/1/" + name, "rb") as file:
            file.read(1)
        seen.append(name)
    except OSError:
        pass
try:
    os.listdir("/proc/1/fd")
    seen.append("fd")
except OSError:
    pass
print("contained" if not seen else seen)
