# what: mounts, unshares, changes root, joins namespaces and makes devices
# why: a new user namespace has every capability inside
# expect: ok contained
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
results = {
    "mount": libc.mount(b"none", b"/tmp", b"tmpfs", 0, 0),
    "umount": libc.umount2(b"/proc", 0),
    "unshare user": libc.unshare(0x10000000),
    "unshare net": libc.unshare(0x40000000),
    "clone user": libc.syscall(56, 0x10000000 | 17, 0, 0, 0, 0) if os.uname().machine == "x86_64" else -1,
    "setns": libc.setns(os.open("/proc/self/ns/user", os.O_RDONLY), 0),
    "chroot": libc.chroot(b"/tmp"),
    "mknod": libc.mknod(b"device", 0o20666, 0x103),
}
print("contained" if set(results.values()) == {-1} else results)
