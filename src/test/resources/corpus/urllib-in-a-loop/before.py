import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = f"answer {self.path}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *arguments):
        pass


def fetch(url):
    with urlopen(url, timeout=5) as response:
        return response.read().decode()


def run(base, count):
    texts = []
    for number in range(count):
        texts.append(fetch(f"{base}/{number}"))
    return texts


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(run(f"http://127.0.0.1:{server.server_address[1]}", 5))
    server.shutdown()
    server.server_close()
