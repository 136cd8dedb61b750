"""Measures the server as the launcher starts it over standard input and output.

    measure_server.py [STARTS [ANALYSES]]

Prints the seconds from the start of the process to the answered tools/list (the first start makes the class archive and
is not counted), and the resident memory in MiB while programs are analyzed one after the other. Run it in the project's
root, on a quiet machine; JAVA_HOME chooses the JDK.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

HELLO = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "measurement", "version": "1"},
}
SHOWN = {1, 10, 100, 500, 1_000}


class Server:
    def __init__(self):
        self.process = subprocess.Popen(
            ["skill/scripts/parallelize", "stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.ask("initialize", HELLO)

    def ask(self, method, params):
        message = {"jsonrpc": "2.0", "id": method, "method": method, "params": params}
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())["result"]

    def resident(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) // 1024

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def start():
    began = time.perf_counter()
    server = Server()
    server.ask("tools/list", {})
    took = time.perf_counter() - began
    server.end()
    return took


def main(starts=15, analyses=1_000):
    start()
    taken = sorted(start() for _ in range(starts))
    print(f"tools/list after {statistics.median(taken):.2f} s (median of {starts}; {taken[0]:.2f} to {taken[-1]:.2f})")
    programs = [path.read_text() for path in sorted(Path("examples").glob("*.py"))]
    server = Server()
    for number in range(1, analyses + 1):
        arguments = {"source": programs[number % len(programs)]}
        answer = server.ask("tools/call", {"name": "analyze", "arguments": arguments})
        assert not answer.get("isError"), answer
        if number in SHOWN or number == analyses:
            print(f"{server.resident()} MiB resident after {number} analyses")
    server.end()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
