import os
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path


def _compute_total(shop, path):
    total = 0
    with closing(sqlite3.connect(path)) as own_base:
        for (price,) in own_base.execute(
            "SELECT price FROM sales WHERE shop = ? ORDER BY price", (shop,)
        ):
            total = total * 0.5 + price
    return total


def totals(path):
    base = sqlite3.connect(path)
    shops = [row[0] for row in base.execute("SELECT DISTINCT shop FROM sales")]
    found = {}
    workers = max(1, min(len(shops), os.cpu_count() or 1))
    with ThreadPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(_compute_total, path=path), shops)
        for shop, total in zip(shops, results):
            found[shop] = total
    base.close()
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "sales.db")
        with closing(sqlite3.connect(path)) as base, base:
            base.execute("CREATE TABLE sales (shop INTEGER, price REAL)")
            rows = [(number % 5, number / 2) for number in range(100)]
            base.executemany("INSERT INTO sales VALUES (?, ?)", rows)
        print(totals(path))


if __name__ == "__main__":
    main()
