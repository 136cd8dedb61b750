import contextlib
import pathlib
import sqlite3
import tempfile

QUERY = "SELECT count(*), sum(price) FROM sales WHERE shop = ?"


def report(path, shop):
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        row = base.execute(QUERY, (shop,)).fetchone()
        return tuple(row)


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
        print(run(path, [3, 2, 1]))
