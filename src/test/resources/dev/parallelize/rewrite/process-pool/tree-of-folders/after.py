"""Folders hold very different numbers of files."""

import hashlib
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _compute_path(item):
    folder, name = item
    path = os.path.join(folder, name)
    return path, digest(path)


def digests(root):
    found = {}
    items = [
        (folder, name) for folder, _, names in os.walk(root) for name in sorted(names)
    ]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for path, result in executor.map(_compute_path, items):
            found[os.path.relpath(path, root)] = result
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as root:
        for number in range(5):
            with open(os.path.join(root, f"{number}.txt"), "w") as file:
                file.write(str(number) * 1000)
        for path, value in sorted(digests(root).items()):
            print(path, value)
