import socket
import threading
from concurrent.futures import ThreadPoolExecutor


def _compute_value(port):
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        value = connection.recv(64)
    return value


def banners(ports):
    ports = list(ports)
    with ThreadPoolExecutor(max_workers=16) as executor:
        found = list(executor.map(_compute_value, ports))
    return found


def serve(listener, text):
    with listener:
        for _ in range(2):
            connection, _ = listener.accept()
            with connection:
                connection.sendall(text)


def main():
    ports = []
    for text in (b"one", b"two", b"three"):
        listener = socket.create_server(("127.0.0.1", 0))
        ports.append(listener.getsockname()[1])
        threading.Thread(target=serve, args=(listener, text), daemon=True).start()
    print(banners(ports))
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = unused.getsockname()[1]
    try:
        banners([ports[0], closed, ports[1]])
    except ConnectionRefusedError:
        print("refused")


if __name__ == "__main__":
    main()
