"""The name of each file counts those that failed before it."""

import hashlib


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    if digest[0] % 4 == 0:
        raise ValueError(text)
    return digest.hex()[:6]


def run(names):
    good, bad = [], []
    for name in names:
        label = f"{len(bad)}-{name}"
        try:
            good.append(weigh(label))
        except ValueError:
            bad.append(label)
    return good, bad


print(run(["a", "b", "c", "d", "e", "f", "g", "h"]))
