import contextlib
import pathlib
import sqlite3
import tempfile


def total_of(path, shop):
    with contextlib.closing(sqlite3.connect(path)) as base:
        return base.execute("SELECT sum(price) FROM sales WHERE shop >= ?", (shop,)).fetchone()[0]


def run(path, shops):
    base = sqlite3.connect(path)
    totals = []
    for shop in shops:
        total = total_of(path, shop)
        base.execute("INSERT INTO sales VALUES (?, ?)", (shop, total))
        base.commit()
        totals.append(total)
    base.close()
    return totals


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "sales.db")
        with contextlib.closing(sqlite3.connect(path)) as base, base:
            base.execute("CREATE TABLE sales (shop INTEGER, price REAL)")
            base.executemany("INSERT INTO sales VALUES (?, ?)", [(1, 2.0), (2, 3.0), (3, 5.0)])
        print(run(path, [3, 2, 1]))
