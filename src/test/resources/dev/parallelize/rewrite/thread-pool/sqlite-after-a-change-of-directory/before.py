import os
import sqlite3


def dearer(path, folder, prices):
    base = sqlite3.connect(path)
    os.chdir(folder)
    found = []
    for price in prices:
        query = "SELECT count(*) FROM sales WHERE price > ?"
        found.append(base.execute(query, (price,)).fetchone()[0])
    base.close()
    return found
