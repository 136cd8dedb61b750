import sqlite3
import tempfile
from pathlib import Path

QUERY = "SELECT count(*) AS number, sum(price) AS total FROM sales WHERE shop = ?"


def reports(path, shops):
    base = sqlite3.connect(path)
    base.row_factory = sqlite3.Row
    cursor = base.cursor()
    found = {}
    for shop in shops:
        cursor.execute(QUERY, (shop,))
        row = cursor.fetchone()
        found[shop] = row["total"] / row["number"]
        print(shop, found[shop])
    cursor.close()
    base.close()
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
