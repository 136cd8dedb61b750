import sqlite3
import tempfile
from pathlib import Path


def totals(path, shops):
    base = sqlite3.connect(path)
    found = []
    for shop in shops:
        query = "SELECT SUM(amount) FROM sales WHERE shop = ?"
        row = base.execute(query, (shop,)).fetchone()
        found.append(row[0])
    base.close()
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
