"""The path is made in front of the try that uses it."""

import hashlib
import os


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    if digest[0] % 4 == 0:
        raise ValueError(text)
    return digest.hex()[:6]


def run(folder, names):
    good, bad = [], []
    for name in names:
        path = os.path.join(folder, name)
        try:
            weight = weigh(path)
        except ValueError as error:
            bad.append((name, str(error)))
            continue
        good.append((name, weight))
    return good, bad


print(run("data", ["a", "b", "c", "d", "e", "f", "g", "h"]))
