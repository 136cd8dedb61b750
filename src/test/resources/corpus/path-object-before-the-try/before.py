"""What is made of the path goes on in order."""

import hashlib
from pathlib import Path


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    if digest[0] % 4 == 0:
        raise ValueError(text)
    return digest.hex()[:6]


def run(folder: str, names: list[str]):
    found = {}
    for name in names:
        if not name.endswith(".txt"):
            continue
        path = Path(folder) / name
        try:
            found[path.stem] = weigh(str(path))
        except ValueError:
            print("bad", path.name)
    return found


print(run("data", ["a.txt", "b.csv", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt"]))
