import sqlite3
import tempfile
from pathlib import Path

QUERY = "SELECT COUNT(*) AS number, SUM(price) AS total FROM sales WHERE shop = ?"


def connect(path):
    base = sqlite3.connect(path)
    base.row_factory = sqlite3.Row
    return base


def report(path, shops):
    base = connect(path)
    try:
        found = []
        for shop in shops:
            row = base.execute(QUERY, (shop,)).fetchone()
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
