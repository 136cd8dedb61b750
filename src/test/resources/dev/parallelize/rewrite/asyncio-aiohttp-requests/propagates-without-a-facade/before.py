import sys

import requests


def identifiers(base, numbers):
    return [requests.get(f"{base}/json/{number}").json()["id"] for number in numbers]


def total(base, numbers):
    return sum(identifiers(base, numbers))


if __name__ == "__main__":
    print(total(sys.argv[1], [3, 2, 1]))
    print(total(sys.argv[1], []))
