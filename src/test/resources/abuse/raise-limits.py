# what: raises its own limits and its priority
# why: limits that can be raised are none
# expect: ok contained
import os, resource
raised = []
for name in ("AS", "NPROC", "CPU", "FSIZE", "NOFILE", "CORE", "MEMLOCK"):
    limit = getattr(resource, "RLIMIT_" + name)
    try:
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        raised.append(name)
    except (OSError, ValueError):
        pass
try:
    os.nice(-5)
    raised.append("nice")
except OSError:
    pass
try:
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    raised.append("SCHED_FIFO")
except OSError:
    pass
print("contained" if not raised else raised)
