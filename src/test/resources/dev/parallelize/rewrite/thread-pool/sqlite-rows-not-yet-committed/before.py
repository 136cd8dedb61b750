import sqlite3


def counts(path, prices):
    base = sqlite3.connect(path)
    base.execute("INSERT INTO sales VALUES (9, 9.0)")
    found = []
    for price in prices:
        found.append(base.execute("SELECT count(*) FROM sales WHERE price > ?", (price,)).fetchone())
    base.rollback()
    return found
