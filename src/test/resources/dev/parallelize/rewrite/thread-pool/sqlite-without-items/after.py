import contextlib
import os
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path


def _compute_row(shop, path):
    query = "SELECT SUM(amount) FROM sales WHERE shop = ?"
    with contextlib.closing(sqlite3.connect(path)) as base:
        row = base.execute(query, (shop,)).fetchone()
    return row


def totals(path, shops):
    sqlite3.connect(path).close()
    found = []
    shops = list(shops)
    workers = max(1, min(len(shops), os.cpu_count() or 1))
    with ThreadPoolExecutor(max_workers=workers) as executor:
        rows = executor.map(partial(_compute_row, path=path), shops)
        for row in rows:
            found.append(row[0])
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "new.db")
        print(totals(path, []), Path(path).exists())
        try:
            totals(str(Path(folder) / "missing" / "new.db"), [])
        except sqlite3.OperationalError as error:
            print(error)
        with sqlite3.connect(path) as base:
            base.execute("CREATE TABLE sales (shop INTEGER, amount INTEGER)")
            sales = [(n % 3, n) for n in range(30)]
            base.executemany("INSERT INTO sales VALUES (?, ?)", sales)
        base.close()
        print(totals(path, [0, 1, 2, 3]))


if __name__ == "__main__":
    main()
