import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def connect():
    print("connecting")
    return psycopg2.connect(DSN)


def load(numbers):
    conn = connect()
    cur = conn.cursor()
    rows = []
    for number in numbers:
        cur.execute("SELECT total FROM orders WHERE id = %s", (number,))
        rows.append(cur.fetchone())
    return rows
