import contextlib
import os
import pathlib
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial

QUERY = "SELECT count(*), sum(price) FROM sales WHERE shop = ?"


def report(path, shop):
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        row = base.execute(QUERY, (shop,)).fetchone()
        return tuple(row)


def run(path, shops):
    reports = {}
    shops = list(shops)
    workers = max(1, min(len(shops), os.cpu_count() or 1))
    with ThreadPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(report, path), shops)
        for shop, result in zip(shops, results):
            reports[shop] = result
    return reports


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "sales.db")
        with contextlib.closing(sqlite3.connect(path)) as base, base:
            base.execute("CREATE TABLE sales (shop INTEGER, price REAL)")
            rows = [(1, 2.0), (2, 3.0), (1, 5.0)]
            base.executemany("INSERT INTO sales VALUES (?, ?)", rows)
        print(run(path, [3, 2, 1]))
    try:
        run(str(pathlib.Path(folder) / "gone.db"), [1])
    except sqlite3.OperationalError as error:
        print("failed", error)
