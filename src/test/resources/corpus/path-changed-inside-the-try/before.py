"""The try goes on with a path of its own making."""

import hashlib


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    if digest[0] % 4 == 0:
        raise ValueError(text)
    return digest.hex()[:6]


def run(names: list[str]):
    good, bad = [], []
    for name in names:
        path = "data/" + name
        try:
            path = path + good[-1] if good else path
            good.append(weigh(path))
        except ValueError:
            bad.append(path)
    return good, bad


print(run(["a", "b", "c", "d", "e", "f", "g", "h"]))
