import tempfile
from pathlib import Path
from sqlite3 import connect


class Sales:
    def __init__(self, path):
        self.path = path

    def fill(self, prices):
        base = connect(self.path)
        base.execute("CREATE TABLE sales (price REAL)")
        base.executemany("INSERT INTO sales VALUES (?)", prices)
        base.commit()
        base.close()

    def dearer(self, prices):
        base = connect(self.path)
        found = []
        for price in prices:
            query = "SELECT count(*) FROM sales WHERE price > ?"
            found.append(base.execute(query, (price,)).fetchone()[0])
        base.close()
        return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        sales = Sales(Path(folder) / "sales.db")
        sales.fill([(number / 2,) for number in range(100)])
        print(sales.dearer([3, 1, 40]))


if __name__ == "__main__":
    main()
