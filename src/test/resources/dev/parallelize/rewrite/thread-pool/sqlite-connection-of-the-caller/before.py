import sqlite3


def counts(base: sqlite3.Connection, prices):
    found = []
    for price in prices:
        found.append(base.execute("SELECT count(*) FROM sales WHERE price > ?", (price,)).fetchone())
    return found
