import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(days, numbers):
    conn = psycopg2.connect(DSN)
    cur = conn.cursor()
    other = conn.cursor()
    rows = []
    for day in days:
        for number in numbers:
            cur.execute("SELECT total FROM orders WHERE id = %s", (number,))
            rows.append(cur.fetchone())
        other.execute("UPDATE orders SET total = 0 WHERE id = %s", (day,))
    conn.rollback()
    conn.close()
    return rows
