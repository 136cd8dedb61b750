"""Aggregate the access logs of a small fleet of web servers.

Every server's log of a day is generated line by line and then read as a log shipper would: parse each line, count
status codes and paths, collect the response times. The report shows the totals and the slowest server.
"""

import random
import re
from collections import Counter

SERVERS = 48
LINES_PER_SERVER = 8000
LINE = re.compile(
    r"(?P<host>\S+) - (?P<user>\S+) \[(?P<day>[^:]+):(?P<time>[\d:]+) [+-]\d{4}\] "
    r'"(?P<method>[A-Z]+) (?P<path>[^ ?"]+)(?:\?\S*)? HTTP/[\d.]+" (?P<status>\d{3}) (?P<size>\d+) (?P<millis>\d+)'
)
PATHS = ("/", "/login", "/search", "/cart", "/checkout", "/static/app.js", "/api/v1/items", "/api/v1/orders")
STATUSES = (200, 200, 200, 200, 200, 200, 204, 301, 304, 404, 429, 500)


def generate_log(server):
    """Return the log lines of one server; about one line in two hundred is cut off."""
    generator = random.Random(1000 + server)
    lines = []
    for number in range(LINES_PER_SERVER):
        second = number * 86400 // LINES_PER_SERVER
        clock = f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
        path = generator.choice(PATHS)
        status = generator.choice(STATUSES)
        size = generator.randrange(200, 90000)
        millis = int(generator.expovariate(1 / 80)) + 2 + server % 5
        line = f'10.0.{server}.{number % 250} - - [22/Nov/2026:{clock} +0000] "GET {path}?q={number} HTTP/1.1" {status}'
        if generator.random() >= 0.005:
            line += f" {size} {millis}"
        lines.append(line)
    return lines


def summarize(lines):
    """Return the counts by status and by path, the response times and the number of malformed lines."""
    statuses = Counter()
    paths = Counter()
    times = []
    malformed = 0
    for line in lines:
        match = LINE.match(line)
        if match is None:
            malformed += 1
            continue
        statuses[int(match["status"])] += 1
        paths[match["path"]] += 1
        times.append(int(match["millis"]))
    return statuses, paths, times, malformed


def percentile(ordered, share):
    """Return the nearest-rank percentile of an ascending list."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def aggregate(servers):
    """Read every server's log; print its line of the report; return the totals."""
    statuses = Counter()
    paths = Counter()
    malformed = 0
    slowest = None
    for server in servers:
        server_statuses, server_paths, times, bad = summarize(generate_log(server))
        times.sort()
        p95 = percentile(times, 0.95)
        statuses.update(server_statuses)
        paths.update(server_paths)
        malformed += bad
        if slowest is None or p95 > slowest[1]:
            slowest = (server, p95)
        print(f"web-{server:02d}: {len(times)} requests, median {percentile(times, 0.5)} ms, p95 {p95} ms")
    return statuses, paths, malformed, slowest


def main():
    statuses, paths, malformed, slowest = aggregate(range(SERVERS))
    print("statuses:", dict(sorted(statuses.items())))
    print("busiest paths:", paths.most_common(3))
    print(f"malformed lines: {malformed}")
    print(f"slowest server: web-{slowest[0]:02d} with {slowest[1]} ms")


if __name__ == "__main__":
    main()
