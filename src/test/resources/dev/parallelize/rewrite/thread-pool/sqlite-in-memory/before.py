import sqlite3


def counts(prices):
    base = sqlite3.connect(":memory:")
    found = []
    for price in prices:
        found.append(base.execute("SELECT count(*) FROM sales WHERE price > ?", (price,)).fetchone())
    return found
