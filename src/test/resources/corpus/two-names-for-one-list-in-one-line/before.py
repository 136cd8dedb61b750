"""The second name is another name for the first list."""

import hashlib


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    return digest.hex()[:6]


def run(texts):
    shared = ["x"]
    good, seen = shared, shared
    for text in texts:
        good.append(weigh(text + seen[-1]))
    return good


print(run(["a", "b", "c", "d"]))
