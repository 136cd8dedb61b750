import sys

import httpx


class Api:
    def __init__(self, base):
        self.client = httpx.Client(base_url=base)

    def load_all(self, numbers):
        found = []
        for number in numbers:
            found.append(self.client.get(f"/json/{number}").json()["id"])
        return found


print(Api(sys.argv[1]).load_all([3, 2, 1]))
