# what: looks for descriptors besides its three, and for other processes than its own
# why: one of them might be the way out
# expect: ok contained
import os
found = []
for number in os.listdir("/proc/self/fd"):
    try:
        target = os.readlink("/proc/self/fd/" + number)
    except OSError:
        continue
    if int(number) > 2 and not target.startswith("/proc/"):
        found.append((number, target))
for pid in os.listdir("/proc"):
    if pid.isdigit() and pid != "1" and int(pid) != os.getpid():
        found.append(pid)
    if pid == "1":
        for entry in ("fd", "maps", "root", "cwd", "environ", "task/1/mem"):
            try:
                path = "/proc/1/" + entry
                os.listdir(path) if entry == "fd" else os.readlink(path) if entry in ("root", "cwd") else open(path).read(1)
                found.append(path)
            except OSError:
                pass
print("contained" if not found else found)
