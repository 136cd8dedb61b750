import sqlite3


def counts(path, prices):
    base = sqlite3.connect(path)
    cursors = []
    for price in prices:
        cursors.append(base.execute("SELECT count(*) FROM sales WHERE price > ?", (price,)))
    return [cursor.fetchone() for cursor in cursors]
