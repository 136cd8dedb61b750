import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(numbers, opens):
    conn = None
    cur = None
    rows = []
    if opens:
        conn = psycopg2.connect(DSN)
        cur = conn.cursor()
    for number in numbers:
        cur.execute("SELECT total FROM orders WHERE id = %s", (number,))
        rows.append(cur.fetchone())
    return rows
