import sys

import requests


def collect(base):
    values = []
    for n in range(8):
        r = requests.get(f"{base}/broken/{n}")
        values.append(r.json()[0])
    return values


try:
    print(collect(sys.argv[1]))
except ValueError:
    print("not JSON")
    sys.exit(3)
