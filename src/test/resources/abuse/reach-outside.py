# what: connects to addresses outside by TCP and UDP, and asks a name server
# why: what it read could be sent away
# expect: ok contained
import socket
reached = []
for family, kind, address in (
    (socket.AF_INET, socket.SOCK_STREAM, ("198.51.100.1", 80)),
    (socket.AF_INET, socket.SOCK_DGRAM, ("198.51.100.1", 53)),
    (socket.AF_INET6, socket.SOCK_STREAM, ("2001:db8::1", 80)),
):
    try:
        with socket.socket(family, kind) as connection:
            connection.settimeout(0.5)
            connection.connect(address)
            reached.append(address)
    except OSError:
        pass
try:
    reached.append(socket.getaddrinfo("example.com", 80))
except OSError:
    pass
print("contained" if not reached else reached)
