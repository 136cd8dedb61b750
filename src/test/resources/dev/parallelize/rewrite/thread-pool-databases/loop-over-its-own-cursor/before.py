import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load():
    conn = psycopg2.connect(DSN)
    cur = conn.cursor()
    cur.execute("SELECT id FROM orders ORDER BY id")
    rows = []
    for (number,) in cur:
        cur.execute("SELECT total FROM orders WHERE id = %s", (number,))
        rows.append(cur.fetchone())
    return rows
