"""Entries of a folder, also in a list, cannot be sent to a process."""

import os
import tempfile


def costly(path):
    total = len(os.path.basename(path))
    for k in range(20000):
        total = (total * 31 + k) % 1009
    return total


def run(folder):
    totals = {}
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        totals[entry.name] = costly(entry.path)
    return totals


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for number in range(4):
            open(os.path.join(folder, f"{number}.txt"), "w").close()
        print(run(folder).keys())
