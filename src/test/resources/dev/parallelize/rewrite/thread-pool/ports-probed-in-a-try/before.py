import socket


def scan(host, ports):
    states = {}
    for port in ports:
        try:
            with socket.create_connection((host, port), timeout=2):
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
