"""Fetch the weather of fifty-six stations over HTTP and print a summary.

The server stands in for a remote service: it runs in a thread of this program, on the loopback interface, and takes
about a hundred milliseconds for each answer, as a service across a continent would.
"""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

STATIONS = 56
DELAY_SECONDS = 0.1


class StationHandler(BaseHTTPRequestHandler):
    """Answers /stations/N with the weather of station N."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        time.sleep(DELAY_SECONDS)
        number = int(self.path.rsplit("/", 1)[-1])
        answer = {
            "station": number,
            "name": f"Station {number:03d}",
            "celsius": round(8.0 + (number * 37 % 190) / 10, 1),
            "wind": number * 13 % 70,
        }
        body = json.dumps(answer).encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        """Keep the server quiet."""


class StationServer(ThreadingHTTPServer):
    """Accepts a burst of connections without dropping any."""

    daemon_threads = True
    request_queue_size = 128


def start_server():
    """Start the server on a free port and return it with its base address."""
    server = StationServer(("127.0.0.1", 0), StationHandler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


def fetch_stations(base_url, count):
    """Return the reports of all stations, in the order of their numbers."""
    reports = []
    for number in range(count):
        response = requests.get(f"{base_url}/stations/{number}", timeout=30)
        response.raise_for_status()
        reports.append(response.json())
    return reports


def summarize(reports):
    """Print the mean, the extremes and the windy stations."""
    mean = sum(report["celsius"] for report in reports) / len(reports)
    coldest = min(reports, key=lambda report: report["celsius"])
    warmest = max(reports, key=lambda report: report["celsius"])
    windy = [report["name"] for report in reports if report["wind"] >= 60]
    print(f"{len(reports)} stations, mean {mean:.2f} C")
    print(f"coldest: {coldest['name']} with {coldest['celsius']} C")
    print(f"warmest: {warmest['name']} with {warmest['celsius']} C")
    print("windy:", ", ".join(windy))


def main():
    server, base_url = start_server()
    try:
        summarize(fetch_stations(base_url, STATIONS))
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
