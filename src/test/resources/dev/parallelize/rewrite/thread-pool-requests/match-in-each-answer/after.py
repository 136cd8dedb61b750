import re
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from urllib.request import urlopen

NUMBER = re.compile(rb"[0-9]+")


def _compute_match(page, base):
    with urlopen(f"{base}/text/{page}", timeout=10) as answer:
        body = answer.read()
    return NUMBER.search(body)


def numbers(base, pages):
    found = {}
    pages = list(pages)
    with ThreadPoolExecutor(max_workers=16) as executor:
        matches = executor.map(partial(_compute_match, base=base), pages)
        for page, match in zip(pages, matches):
            found[page] = match.group() if match else None
    return found


if __name__ == "__main__":
    print(numbers(sys.argv[1], range(10)))
