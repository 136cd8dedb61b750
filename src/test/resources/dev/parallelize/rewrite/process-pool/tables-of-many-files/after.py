import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def _compute_total(path):
    table = pd.read_csv(path)
    return sum(work(size) for size in table["size"])


def totals(paths):
    found = {}
    paths = list(paths)
    workers = max(1, min(len(paths), os.cpu_count() or 1))
    chunksize = max(1, len(paths) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_compute_total, paths, chunksize=chunksize)
        for path, total in zip(paths, results):
            found[path.name] = found.get(path.name, 0) + total
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.csv" for number in range(4)]
        for number, path in enumerate(paths):
            pd.DataFrame({"size": range(number)}).to_csv(path)
        print(totals(paths), totals([]))
        try:
            totals([*paths, Path(folder) / "none.csv"])
        except FileNotFoundError as error:
            print(Path(error.filename).name)
