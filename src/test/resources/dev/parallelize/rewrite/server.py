"""A server on loopback for the tests of fetching programs; prints its address and serves until its input ends.

/json/N, /text/N and /pages/N answer for item N; /status/C answers with status C; /latin/N sends ISO-8859-1 without
naming it; /headers/N sends back a header and the query; /slow/N takes longer for small N; /broken/N is no JSON for odd N.
/echo/… sends back the address as it came; /empty/N has no body for odd N.
"""

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

DELAY_SECONDS = 0.02


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urlsplit(self.path)
        kind, _, last = url.path.strip("/").partition("/")
        time.sleep(DELAY_SECONDS)
        status, content_type, body = 200, "application/json", b""
        if kind == "json":
            body = json.dumps({"id": int(last), "square": int(last) ** 2}).encode()
        elif kind == "text":
            content_type = "text/plain; charset=utf-8"
            body = f"item {last} caf\u00e9".encode()
        elif kind == "pages":
            content_type = "text/html"
            body = (f"<p>page {last}</p>" * (1 + int(last))).encode()
        elif kind == "latin":
            content_type = "text/plain"
            body = f"item {last} caf\u00e9".encode("iso-8859-1")
        elif kind == "headers":
            pairs = sorted(parse_qsl(url.query))
            body = json.dumps([self.headers.get("X-Token"), pairs, self.headers.get("Authorization")]).encode()
        elif kind == "slow":
            time.sleep(0.2 / (1 + int(last)))
            body = json.dumps(int(last)).encode()
        elif kind == "broken":
            body = b"{oops" if int(last) % 2 else b"[1]"
        elif kind == "odd":
            status = 404 if int(last) % 2 else 200
            body = json.dumps(int(last)).encode()
        elif kind == "list":
            body = json.dumps([f"/json/{n}" for n in range(int(last))]).encode()
        elif kind == "echo":
            body = json.dumps(self.path).encode()
        elif kind == "empty":
            body = b"" if int(last) % 2 else b"[1]"
        elif kind == "moved":
            self.send_response(302)
            self.send_header("Location", f"/json/{last}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        else:
            status = int(last) if kind == "status" else 404
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Item", last)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, format, *args):
        """Keep quiet."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """A client that goes away early, as a cancelled task does, is no error."""


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
