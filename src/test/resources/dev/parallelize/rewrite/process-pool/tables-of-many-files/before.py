import tempfile
from pathlib import Path

import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def totals(paths):
    found = {}
    for path in paths:
        table = pd.read_csv(path)
        total = sum(work(size) for size in table["size"])
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
