"""Download the reports of forty weather balloons and compute the stability of the air from each.

Each report is text of four hundred lines that comes over HTTP; making sense of it takes about as long as
fetching it. The server stands in for a remote archive: it runs in a thread of this program, on the loopback
interface, and takes forty milliseconds for each answer.
"""

import math
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

BALLOONS = 40
LEVELS = 400
DELAY_SECONDS = 0.04


def make_report(number):
    """Return the text of one report: height, temperature and humidity, one level a line."""
    lines = [f"BALLOON {number:03d}"]
    for level in range(LEVELS):
        height = level * 50
        celsius = 22.0 - 6.5 * height / 1000 + 3.0 * math.sin(level / 9.0 + number)
        humidity = 55.0 + 40.0 * math.cos(level / 17.0 + number * 0.3)
        lines.append(f"{height:6d} {celsius:7.2f} {humidity:6.2f}")
    return "\n".join(lines)


class ArchiveHandler(BaseHTTPRequestHandler):
    """Answers /reports/N with the text of report N."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        time.sleep(DELAY_SECONDS)
        body = make_report(int(self.path.rsplit("/", 1)[-1])).encode("ascii")
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        """Keep the server quiet."""


class ArchiveServer(ThreadingHTTPServer):
    """Accepts a burst of connections without dropping any."""

    daemon_threads = True
    request_queue_size = 128


def start_server():
    """Start the server on a free port and return it with its base address."""
    server = ArchiveServer(("127.0.0.1", 0), ArchiveHandler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


def parse_report(text):
    """Return the levels of one report as (metres, kelvin, relative humidity)."""
    levels = []
    for line in text.splitlines()[1:]:
        height, celsius, humidity = line.split()
        levels.append((int(height), float(celsius) + 273.15, float(humidity) / 100.0))
    return levels


def vapour_pressure(kelvin):
    """Return the saturation vapour pressure in hectopascal by the Magnus formula."""
    celsius = kelvin - 273.15
    return 6.112 * math.exp(17.62 * celsius / (243.12 + celsius))


def rising_energy(levels, start):
    """Return the energy that a parcel gains when it rises from one level as far as it stays warmer than the air."""
    height, kelvin, humidity = levels[start]
    moisture = humidity * vapour_pressure(kelvin)
    energy = 0.0
    parcel = kelvin
    for above, air, _ in levels[start + 1 :]:
        saturated = moisture >= vapour_pressure(parcel)
        parcel -= (0.0055 if saturated else 0.0098) * (above - height)
        energy += max(0.0, 9.81 * (parcel - air) / air * (above - height))
        height = above
    return energy


def stability(text):
    """Return the number of levels and the largest energy over all starting levels of one report."""
    levels = parse_report(text)
    largest = 0.0
    for start in range(len(levels)):
        largest = max(largest, rising_energy(levels, start))
    return len(levels), largest


def analyze_reports(base_url, count):
    """Fetch every report and compute its stability; return both, in the order of the numbers."""
    results = []
    for number in range(count):
        response = requests.get(f"{base_url}/reports/{number}", timeout=30)
        response.raise_for_status()
        levels, energy = stability(response.text)
        results.append((number, levels, energy))
    return results


def main():
    server, base_url = start_server()
    try:
        results = analyze_reports(base_url, BALLOONS)
    finally:
        server.shutdown()
        server.server_close()
    for number, levels, energy in results:
        print(f"balloon {number:03d}: {levels} levels, {energy:9.3f} J/kg")


if __name__ == "__main__":
    main()
