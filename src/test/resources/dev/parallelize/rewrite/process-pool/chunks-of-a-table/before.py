import tempfile
from pathlib import Path

import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def total(chunk):
    return sum(work(size) for size in chunk["size"])


def totals(path):
    found = []
    for chunk in pd.read_csv(path, chunksize=3):
        found.append(total(chunk))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sizes.csv"
        pd.DataFrame({"size": range(20)}).to_csv(path)
        print(totals(path))
