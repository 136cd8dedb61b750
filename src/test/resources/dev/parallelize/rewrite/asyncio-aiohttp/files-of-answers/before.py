import sys

import requests


def save(base, count):
    for n in range(count):
        r = requests.get(f"{base}/text/{n}")
        with open(f"item-{n}.txt", "wb") as file:
            file.write(r.content)


save(sys.argv[1], 4)
for n in range(4):
    with open(f"item-{n}.txt", "rb") as file:
        print(file.read())
