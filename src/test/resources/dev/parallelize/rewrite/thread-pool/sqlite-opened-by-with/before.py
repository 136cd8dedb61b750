import sqlite3
import tempfile
from pathlib import Path


def rows(path, least):
    found = []
    with sqlite3.connect(path) as base:
        cursor = base.cursor()
        # the dearest come last
        for price in least:
            cursor.execute("SELECT count(*) FROM sales WHERE price > ?", (price,))
            found.append(cursor.fetchone()[0])
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
