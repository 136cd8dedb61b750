import contextlib
import os
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

QUERY = "SELECT count(*) AS number, sum(price) AS total FROM sales WHERE shop = ?"


def _compute_row(shop, path):
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        cursor = base.cursor()
        cursor.execute(QUERY, (shop,))
        row = cursor.fetchone()
    return row


def reports(path, shops):
    sqlite3.connect(path).close()
    found = {}
    shops = list(shops)
    workers = max(1, min(len(shops), os.cpu_count() or 1))
    with ThreadPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(_compute_row, path=path), shops)
        for shop, row in zip(shops, results):
            found[shop] = row["total"] / row["number"]
            print(shop, found[shop])
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "sales.db")
        base = sqlite3.connect(path)
        base.execute("CREATE TABLE sales (shop INTEGER, price REAL)")
        rows = [(number % 5, number / 2) for number in range(100)]
        base.executemany("INSERT INTO sales VALUES (?, ?)", rows)
        base.commit()
        base.close()
        print(reports(path, [3, 1, 4, 1]))
        try:
            reports(path, [3, 9, 1])
        except TypeError as error:
            print("failed", error)


if __name__ == "__main__":
    main()
