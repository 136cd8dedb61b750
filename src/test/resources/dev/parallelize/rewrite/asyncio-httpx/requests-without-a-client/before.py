import sys

import httpx


def texts(base, numbers):
    found = {}
    for number in numbers:
        response = httpx.get(f"{base}/text/{number}", timeout=10)
        found[number] = response.text
        print(number, response.headers["content-type"])
    return found


if __name__ == "__main__":
    print(texts(sys.argv[1], [4, 5, 6]))
