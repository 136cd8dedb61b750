import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path


def totals(path):
    base = sqlite3.connect(path)
    shops = [row[0] for row in base.execute("SELECT DISTINCT shop FROM sales")]
    found = {}
    for shop in shops:
        total = 0
        for (price,) in base.execute(
            "SELECT price FROM sales WHERE shop = ? ORDER BY price", (shop,)
        ):
            total = total * 0.5 + price
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
