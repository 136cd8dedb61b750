import sys

import httpx


class Api:
    def __init__(self, base):
        self.base = base

    def load_all(self, numbers):
        found = []
        with httpx.Client(base_url=self.base) as client:
            for number in numbers:
                found.append(client.get(f"/json/{number}").json()["id"])
        return found


print(Api(sys.argv[1]).load_all([3, 2, 1]))
