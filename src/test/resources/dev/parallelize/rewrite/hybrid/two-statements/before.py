import sys

import requests

ROUNDS = 200


def count(text, letter):
    found = 0
    for _ in range(ROUNDS):
        for one in text:
            if one == letter:
                found += 1
    return found


def collect(urls):
    counts = {}
    for url in urls:
        with requests.get(url, timeout=(3, 20)) as page:
            status = page.status_code
            text = page.text
        # letters that end a tag
        ends = count(text, ">")
        counts[url] = {"status": status, "ends": ends}
    return counts


if __name__ == "__main__":
    base = sys.argv[1]
    for url, found in collect([f"{base}/pages/{n}" for n in range(6)] + [f"{base}/status/404"]).items():
        print(url[len(base) :], found)
