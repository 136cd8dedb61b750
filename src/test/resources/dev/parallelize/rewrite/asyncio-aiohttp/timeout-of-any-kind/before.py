import sys

import requests


def collect(base, timeout):
    return [requests.get(f"{base}/json/{n}", timeout=timeout).json() for n in range(3)]


print(collect(sys.argv[1], 5), collect(sys.argv[1], (3, 5)))
