import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(numbers):
    conn = psycopg2.connect(DSN)
    cur = conn.cursor()
    cur.execute("SELECT total FROM orders")
    rows = []
    for number in numbers:
        if number:
            cur.execute("SELECT total FROM orders WHERE id = %s", (number,))
        rows.append(cur.fetchone())
    conn.close()
    return rows
