import sqlite3


class Sales:
    def dearer(self, prices):
        base = sqlite3.connect(self.path)
        self.path = "next.db"
        found = []
        for price in prices:
            query = "SELECT count(*) FROM sales WHERE price > ?"
            found.append(base.execute(query, (price,)).fetchone()[0])
        base.close()
        return found
