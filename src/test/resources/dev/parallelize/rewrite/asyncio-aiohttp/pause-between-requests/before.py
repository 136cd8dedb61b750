import sys
import time

import requests


def collect(base, count):
    found = []
    for n in range(count):
        found.append(requests.get(f"{base}/json/{n}").json())
        time.sleep(0.5)  # two a second, as the service asks
    return found


print(collect(sys.argv[1], 3))
