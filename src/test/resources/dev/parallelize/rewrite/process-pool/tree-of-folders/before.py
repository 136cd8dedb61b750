"""Folders hold very different numbers of files."""

import hashlib
import os
import tempfile


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def digests(root):
    found = {}
    for folder, _, names in os.walk(root):
        for name in sorted(names):
            path = os.path.join(folder, name)
            found[os.path.relpath(path, root)] = digest(path)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as root:
        for number in range(5):
            with open(os.path.join(root, f"{number}.txt"), "w") as file:
                file.write(str(number) * 1000)
        for path, value in sorted(digests(root).items()):
            print(path, value)
