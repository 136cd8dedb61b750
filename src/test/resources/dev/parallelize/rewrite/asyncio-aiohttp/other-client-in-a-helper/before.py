import json
import sys
from urllib.request import urlopen


def load(url):
    with urlopen(url, timeout=10) as answer:
        return json.loads(answer.read())


def ids(base):
    found = []
    for number in range(3):
        data = load(f"{base}/json/{number}")
        found.append(data["id"])
    return found


print(ids(sys.argv[1]))
