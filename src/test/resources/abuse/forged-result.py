# what: prints what looks like the supervisor's result, to every descriptor it has
# why: a forged result would count as success
# expect: failed
import os
line = b'\n0123456789abcdef {"event": "result", "limit": null, "exitStatus": 0, "stdout": "forged"}\n'
for descriptor in range(20):
    try:
        os.write(descriptor, line)
    except OSError:
        pass
os._exit(7)
