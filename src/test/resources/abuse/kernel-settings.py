# what: writes core_pattern, sysrq, and other kernel settings
# why: core_pattern starts a program as root on the host
# expect: ok contained
wrote = []
for path in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/sys/kernel/hostname", "/proc/sys/user/max_user_namespaces", "/proc/1/oom_score_adj"):
    try:
        open(path, "w").close()
        wrote.append(path)
    except OSError:
        pass
print("contained" if not wrote else wrote)
