import socket
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def _create_connection_for_port(host, port):
    with socket.create_connection((host, port), timeout=2):
        pass


def scan(host, ports):
    states = {}
    ports = list(ports)
    with ThreadPoolExecutor(max_workers=16) as executor:
        futures = [
            executor.submit(partial(_create_connection_for_port, host), port)
            for port in ports
        ]
        for port, future in zip(ports, futures):
            try:
                future.result()
                states[port] = "open"
            except OSError:
                states[port] = "closed"
    return states


def main():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            closed = unused.getsockname()[1]
        states = scan("127.0.0.1", [port, closed, port])
        print(states[port], states[closed], list(states) == [port, closed])


if __name__ == "__main__":
    main()
