import sys

import psycopg

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(numbers):
    conn = psycopg.connect(DSN)
    kept = []
    for number in numbers:
        kept.append(conn.execute("SELECT total FROM orders WHERE id = %s", (number,)))
    return [cursor.fetchone() for cursor in kept]
