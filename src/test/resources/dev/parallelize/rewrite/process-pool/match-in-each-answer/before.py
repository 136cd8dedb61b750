import re
import sys
from urllib.request import urlopen

NUMBER = re.compile(rb"[0-9]+")


def numbers(base, pages):
    found = {}
    for page in pages:
        with urlopen(f"{base}/text/{page}", timeout=10) as answer:
            body = answer.read()
        match = NUMBER.search(body)
        found[page] = match.group() if match else None
    return found


if __name__ == "__main__":
    print(numbers(sys.argv[1], range(10)))
