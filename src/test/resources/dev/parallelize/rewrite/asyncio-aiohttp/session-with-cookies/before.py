import sys

import requests


def collect(base, count):
    session = requests.Session()
    session.cookies.set("page", "0")
    found = []
    for n in range(count):
        found.append(session.get(f"{base}/json/{n}").json())
    return found


print(collect(sys.argv[1], 3))
