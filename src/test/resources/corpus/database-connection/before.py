import sqlite3


def work(connection, n):
    total = connection.execute("select coalesce(sum(value), 0) from totals").fetchone()[0]
    for k in range(1500):
        total = (total + n * k) % 7001
    connection.execute("insert into totals values (?)", (total,))
    return total


def run(connection, items):
    results = []
    for n in items:
        results.append(work(connection, n))
    return results


if __name__ == "__main__":
    database = sqlite3.connect(":memory:")
    database.execute("create table totals (value integer)")
    print(run(database, [1, 2, 3]))
    database.close()
