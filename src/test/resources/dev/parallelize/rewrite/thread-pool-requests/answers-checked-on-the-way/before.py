import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def size(url):
    with urlopen(Request(url, headers={"X-Token": "t"}), timeout=10) as answer:
        return len(answer.read())


def sizes(base, numbers):
    total = 0
    for number in numbers:
        try:
            total += size(f"{base}/odd/{number}")
        except HTTPError as problem:
            print(number, problem.code)
    return total


print(sizes(sys.argv[1], [1, 2, 3, 4]))
