import sys

import httpx


def load_all(client: httpx.Client, numbers):
    found = []
    for number in numbers:
        found.append(client.get(f"/json/{number}").json()["id"])
    return found


with httpx.Client(base_url=sys.argv[1]) as client:
    print(load_all(client, [3, 2, 1]))
