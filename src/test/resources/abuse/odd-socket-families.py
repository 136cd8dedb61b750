# what: opens sockets of families that reach the hypervisor, the wire and the kernel's cryptography
# why: each has been a way out before
# expect: ok contained
import socket
opened = []
for family, kind in ((40, 1), (17, 3), (38, 5), (2, 3), (29, 3), (31, 3), (44, 3)):
    try:
        socket.socket(family, kind).close()
        opened.append(family)
    except OSError:
        pass
print("contained" if not opened else opened)
