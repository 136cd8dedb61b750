import sys

import httpx

found = []
for number in range(3):
    found.append(httpx.get(f"{sys.argv[1]}/json/{number}").json()["id"])
print(found)
