import socket


def knock(host, ports):
    for port in ports:
        door = socket.socket()
        door.settimeout(0.2)
        door.connect_ex((host, port))
        door.close()


if __name__ == "__main__":
    knock("127.0.0.1", [1, 2, 3])
    print("open")
