import sys

import requests


def collect(base):
    found = []
    for n in range(3):
        try:
            found.append(requests.get(f"{base}/json/{n}", headers={"X-Token": n}).json())
        except requests.RequestException:
            found.append("no text")
    return found


print(collect(sys.argv[1]))
