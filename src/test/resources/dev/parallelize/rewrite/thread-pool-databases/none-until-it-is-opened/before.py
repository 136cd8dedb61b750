import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(numbers):
    conn = None
    cur = None
    rows = []
    try:
        conn = psycopg2.connect(DSN)
        cur = conn.cursor()
        for number in numbers:
            cur.execute("SELECT total FROM orders WHERE id = %s", (number,))
            rows.append(cur.fetchone())
    except psycopg2.DatabaseError as error:
        print(type(error).__name__)
    finally:
        if cur is not None:
            cur.close()
        if conn is not None:
            conn.close()
    return rows


if __name__ == "__main__":
    print(load([3, 2, 1]))
    print(load([3, 2, "x", 1]))
