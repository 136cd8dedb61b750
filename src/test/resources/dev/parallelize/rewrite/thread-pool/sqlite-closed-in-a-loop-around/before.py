import sqlite3


def report(path, days, shops):
    base = sqlite3.connect(path)
    found = []
    for day in days:
        for shop in shops:
            query = "SELECT COUNT(*) FROM sales WHERE shop = ? AND day > ?"
            found.append(base.execute(query, (shop, day)).fetchone())
        base.close()
    return found
