import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(dsn, numbers):
    conn = psycopg2.connect(dsn)
    cur = conn.cursor()
    rows = []
    for number in numbers:
        cur.execute("SELECT id, total FROM orders WHERE id = %s", (number,))
        rows.append(cur.fetchone())
    cur.close()
    conn.close()
    return rows


if __name__ == "__main__":
    print(load(DSN, range(1, 50)))
    print(load(DSN, []))
    for numbers in ([], [1, 2]):
        try:
            load("host=127.0.0.1 port=1 user=nobody", numbers)
        except psycopg2.OperationalError:
            print("nobody there")
