import contextlib
import pathlib
import sqlite3
import tempfile

calls = []


def noted(price):
    calls.append(price)
    return price * len(calls)


def report(path, shop):
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.create_function("sum", 1, noted)
        return base.execute("SELECT sum(price) FROM sales WHERE shop = ?", (shop,)).fetchall()


def run(path, shops):
    reports = {}
    for shop in shops:
        reports[shop] = report(path, shop)
    return reports


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "sales.db")
        with contextlib.closing(sqlite3.connect(path)) as base, base:
            base.execute("CREATE TABLE sales (shop INTEGER, price REAL)")
            base.executemany("INSERT INTO sales VALUES (?, ?)", [(1, 2.0), (2, 3.0), (1, 5.0)])
        print(run(path, [2, 1, 2]), calls)
