import csv
import tempfile
from pathlib import Path

import dask


def largest(path: Path):
    with open(path, newline="") as file:
        rows = [(int(row["value"]), row["name"]) for row in csv.DictReader(file)]
    return max(rows)


def run(folder: Path):
    found = {}
    paths = sorted(folder.glob("*.csv"))
    tasks = [dask.delayed(largest)(path) for path in paths]
    try:
        results = dask.compute(*tasks, scheduler="processes", chunksize=1)
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        results = map(largest, paths)
    for path, result in zip(paths, results):
        found[path.stem] = result
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for part in range(4):
            lines = ["name,value"] + [f"n{i},{i * part % 17}" for i in range(50)]
            Path(name, f"part{part}.csv").write_text("\n".join(lines))
        print(run(Path(name)))
        Path(name, "part2.csv").write_text("name,value\nx,none\n")
        try:
            run(Path(name))
        except ValueError as problem:
            print(problem)
