"""Times versions of one program in turn, in one process, and prints what each took and gave.

usage: benchmark_programs.py ROUNDS FILE...

Each file has a main(), and some have a prepare() that runs untimed before it. A server on loopback
that answers after 20 ms stands at BENCHMARK_PORT.
Prints a JSON list with an object {"seconds": [...], "result": text} for each file.
"""

import http.server
import importlib
import json
import os
import pathlib
import sys
import threading
import time


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        time.sleep(0.02)
        body = (self.path * 200).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    # With the usual 5, a burst of connections waits a second and more to be tried again.
    request_queue_size = 256
    daemon_threads = True


def serve():
    """A process of its own, so that the programs' threads do not wait for the server's."""
    server = Server(("127.0.0.1", 0), Answer)
    pid = os.fork()
    if pid == 0:
        threading.Thread(target=leave_with, args=(os.getppid(),), daemon=True).start()
        server.serve_forever()
    os.environ["BENCHMARK_PORT"] = str(server.server_port)
    server.socket.close()
    return pid


def leave_with(parent):
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(0)


def timed(main):
    start = time.perf_counter()
    result = main()
    return time.perf_counter() - start, result


def run(rounds, files):
    programs = []
    for file in files:
        path = pathlib.Path(file)
        sys.path.insert(0, str(path.parent))
        module = importlib.import_module(path.stem)
        getattr(module, "prepare", lambda: None)()
        programs.append(module.main)
    answers = [{"seconds": [], "result": ""} for _ in files]
    first, *others = range(len(programs))
    for _ in range(rounds):
        for index in [first, *others]:
            seconds, result = timed(programs[index])
            answers[index]["seconds"].append(seconds)
            answers[index]["result"] = repr(result)
        # The first one leaves cold caches to the next, which is not to be the same one each time.
        others.reverse()
    return answers


if __name__ == "__main__":
    child = serve()
    try:
        print(json.dumps(run(int(sys.argv[1]), sys.argv[2:])))
    finally:
        os.kill(child, 9)
