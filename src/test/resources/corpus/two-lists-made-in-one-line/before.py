"""Two lists made in one line are two lists."""

import hashlib


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    if digest[0] % 4 == 0:
        raise ValueError(text)
    return digest.hex()[:6]


def run(texts):
    good, bad = [], []
    for text in texts:
        try:
            good.append(weigh(text))
        except ValueError:
            bad.append(text)
    return good, bad


print(run(["a", "b", "c", "d", "e", "f", "g", "h"]))
