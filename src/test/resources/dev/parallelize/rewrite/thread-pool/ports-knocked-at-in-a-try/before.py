import socket


def knock(host, ports):
    for port in ports:
        try:
            with socket.create_connection((host, port), timeout=0.2):
                pass
        except OSError:
            pass


if __name__ == "__main__":
    knock("127.0.0.1", [1, 2, 3])
    print("open")
