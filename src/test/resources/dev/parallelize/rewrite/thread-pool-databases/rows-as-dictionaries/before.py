import sys
from contextlib import closing

import psycopg2
from psycopg2.extras import RealDictCursor

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(numbers):
    with closing(psycopg2.connect(DSN)) as conn:
        conn.cursor_factory = RealDictCursor
        found = []
        for number in numbers:
            with conn.cursor() as cur:
                cur.execute("SELECT * FROM customers WHERE id = %(id)s", {"id": number})
                customer = dict(cur.fetchone())
                cur.execute(
                    "SELECT id FROM orders WHERE customer = %(id)s ORDER BY id",
                    {"id": number},
                )
                customer["orders"] = [order["id"] for order in cur]
                found.append(customer)
    return found


if __name__ == "__main__":
    print(load([7, 5, 3]))
