# what: connects to every low port and the server's own on 127.0.0.1
# why: services of the host trust whom they see there
# expect: ok contained
import socket
reached = []
for port in list(range(1, 1200)) + [3306, 5432, 6379, 8080, 8765, 9200]:
    with socket.socket() as connection:
        if connection.connect_ex(("127.0.0.1", port)) == 0:
            reached.append(port)
print("contained" if not reached else reached)
