import contextlib
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import connect


class Sales:
    def __init__(self, path):
        self.path = path

    def fill(self, prices):
        base = connect(self.path)
        base.execute("CREATE TABLE sales (price REAL)")
        base.executemany("INSERT INTO sales VALUES (?)", prices)
        base.commit()
        base.close()

    def _compute_value(self, price):
        query = "SELECT count(*) FROM sales WHERE price > ?"
        with contextlib.closing(connect(self.path)) as base:
            value = base.execute(query, (price,)).fetchone()[0]
        return value

    def dearer(self, prices):
        connect(self.path).close()
        prices = list(prices)
        workers = max(1, min(len(prices), os.cpu_count() or 1))
        with ThreadPoolExecutor(max_workers=workers) as executor:
            found = list(executor.map(self._compute_value, prices))
        return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        sales = Sales(Path(folder) / "sales.db")
        sales.fill([(number / 2,) for number in range(100)])
        print(sales.dearer([3, 1, 40]))


if __name__ == "__main__":
    main()
