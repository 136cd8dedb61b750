import contextlib
import pathlib
import sqlite3
import tempfile
from concurrent.futures import ProcessPoolExecutor

FILE = str(pathlib.Path(tempfile.gettempdir()) / "parallelize-benchmark.sqlite")


def prepare():
    with contextlib.closing(sqlite3.connect(FILE)) as base, base:
        base.execute("DROP TABLE IF EXISTS sales")
        base.execute("CREATE TABLE sales (shop INTEGER, price REAL, note TEXT)")
        rows = ((i % 97, i % 31 / 3, "note" * (i % 5)) for i in range(60_000))
        base.executemany("INSERT INTO sales VALUES (?, ?, ?)", rows)


def report(shop):
    with contextlib.closing(sqlite3.connect(FILE)) as base:
        query = "SELECT count(*), sum(price * length(note)) FROM sales WHERE shop = ?"
        return base.execute(query, (shop,)).fetchone()



def reports(shops):
    with ProcessPoolExecutor() as pool:
        return dict(zip(shops, pool.map(report, shops)))


def main():
    return sorted(reports(range(97)).items())
