import contextlib
import os
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path


def _compute_value(price, path):
    with contextlib.closing(sqlite3.connect(path)) as base:
        cursor = base.cursor()
        cursor.execute("SELECT count(*) FROM sales WHERE price > ?", (price,))
        value = cursor.fetchone()[0]
    return value


def rows(path, least):
    found = []
    sqlite3.connect(path).close()
    # the dearest come last
    least = list(least)
    workers = max(1, min(len(least), os.cpu_count() or 1))
    with ThreadPoolExecutor(max_workers=workers) as executor:
        found.extend(executor.map(partial(_compute_value, path=path), least))
    print("done")
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "sales.db")
        base = sqlite3.connect(path)
        base.execute("CREATE TABLE sales (shop INTEGER, price REAL)")
        prices = [(number % 5, number / 2) for number in range(100)]
        base.executemany("INSERT INTO sales VALUES (?, ?)", prices)
        base.commit()
        base.close()
        print(rows(path, [3, 1, 40]))
        try:
            rows(path, [1, object(), 40])
        except sqlite3.Error as error:
            print("failed", type(error).__name__)


if __name__ == "__main__":
    main()
