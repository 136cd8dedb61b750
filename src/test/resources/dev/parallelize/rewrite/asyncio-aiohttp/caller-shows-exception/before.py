import sys

import requests


def collect(base, count):
    found = []
    for n in range(count):
        r = requests.get(f"{base}/odd/{n}")
        r.raise_for_status()
        found.append(r.json())
    return found


try:
    print(collect(sys.argv[1], 3))
except Exception as error:
    print("failed:", error)
