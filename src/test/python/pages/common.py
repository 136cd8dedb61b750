"""What the drivers of the pages' patterns share: failures that compare, and a server with answers that are slow."""

import contextlib
import io
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def outcome(function, *arguments):
    """Call a function; return what it returned or raised, and what it printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            result = ("returned", function(*arguments))
        except Exception as failure:
            result = ("raised", type(failure).__name__, str(failure))
    return result, printed.getvalue()


def same(before, after, *arguments):
    """Check that two functions return, raise and print the same."""
    expected = outcome(before, *arguments)
    found = outcome(after, *arguments)
    assert found == expected, f"expected {expected}, found {found}"
    return expected[0]


class SlowHandler(BaseHTTPRequestHandler):
    """Answers /N with JSON about N, later numbers sooner; /missing/N with status 404."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        with server.lock:
            server.active += 1
            server.most = max(server.most, server.active)
            server.seen.append(self.path)
        time.sleep(0.02)
        number = int(self.path.rsplit("/", 1)[-1])
        time.sleep(0.02 if number % 2 else 0.0)
        body = json.dumps({"number": number, "words": "a b " * number}).encode("utf-8")
        with server.lock:
            server.active -= 1
        self.send_response(404 if "missing" in self.path else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *arguments):
        pass


class SlowServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self):
        super().__init__(("127.0.0.1", 0), SlowHandler)
        self.lock = threading.Lock()
        self.active = 0
        self.most = 0
        self.seen = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def slow_server():
    """Serve on loopback while the context is open."""
    server = SlowServer()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
