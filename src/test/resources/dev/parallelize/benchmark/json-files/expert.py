import json
import pathlib
import tempfile
import os
from concurrent.futures import ProcessPoolExecutor


def totals(path):
    with open(path) as file:
        rows = json.load(file)
    sums = {}
    for row in rows:
        sums[row["kind"]] = sums.get(row["kind"], 0) + row["value"] * len(row["tags"])
    return sums


FOLDER = pathlib.Path(tempfile.gettempdir()) / "parallelize-benchmark-json"


def prepare():
    FOLDER.mkdir(exist_ok=True)
    for i in range(60):
        rows = [
            {"kind": f"k{(i + k) % 9}", "value": k % 100, "tags": ["a", "b", str(k)] * 5}
            for k in range(3_000)
        ]
        (FOLDER / f"{i}.json").write_text(json.dumps(rows))


def read(paths):
    merged = {}
    workers = os.cpu_count()
    with ProcessPoolExecutor(workers) as pool:
        for sums in pool.map(totals, paths, chunksize=4):
            for kind, value in sums.items():
                merged[kind] = merged.get(kind, 0) + value
    return merged


def main():
    return sorted(read(sorted(str(p) for p in FOLDER.iterdir())).items())
