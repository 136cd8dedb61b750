import sys

import requests


def collect(base, count):
    found = []
    for n in range(count):
        found.append(requests.get(f"{base}/json/{n}").headers["X-Item"])
    return found


print(collect(sys.argv[1], 3))
