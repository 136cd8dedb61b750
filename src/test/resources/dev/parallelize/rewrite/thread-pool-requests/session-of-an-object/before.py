import sys

import requests


class Api:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()

    def load(self, numbers):
        found = []
        for number in numbers:
            found.append(self.session.get(f"{self.base}/json/{number}").json())
        return found


print(Api(sys.argv[1]).load(range(3)))
