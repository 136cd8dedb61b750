import contextlib
import os
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

QUERY = "SELECT COUNT(*) AS number, SUM(price) AS total FROM sales WHERE shop = ?"


def connect(path):
    base = sqlite3.connect(path)
    base.row_factory = sqlite3.Row
    return base


def _compute_row(shop, path):
    with contextlib.closing(connect(path)) as own_base:
        row = own_base.execute(QUERY, (shop,)).fetchone()
    return row


def report(path, shops):
    base = connect(path)
    try:
        found = []
        items = list(shops)
        workers = max(1, min(len(items), os.cpu_count() or 1))
        with ThreadPoolExecutor(max_workers=workers) as executor:
            results = executor.map(partial(_compute_row, path=path), items)
            for shop, row in zip(items, results):
                found.append((shop, row["number"], row["total"]))
        return found
    finally:
        base.close()


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "sales.db")
        base = connect(path)
        base.execute("CREATE TABLE sales (shop INTEGER, price REAL)")
        rows = [(number % 5, number / 2) for number in range(100)]
        base.executemany("INSERT INTO sales VALUES (?, ?)", rows)
        base.commit()
        base.close()
        print(report(path, [3, 1, 9]))
        print(report(path, []))


if __name__ == "__main__":
    main()
