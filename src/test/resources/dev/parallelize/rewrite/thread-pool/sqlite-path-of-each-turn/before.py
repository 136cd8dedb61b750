import sqlite3


def counts(paths, prices):
    base = sqlite3.connect(paths.pop())
    found = []
    for price in prices:
        found.append(base.execute("SELECT count(*) FROM sales WHERE price > ?", (price,)).fetchone())
    return found, paths.pop()
