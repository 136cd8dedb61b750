import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import psycopg2
from psycopg2.extras import RealDictCursor

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


_thread = threading.local()


def _open_conn(connections):
    conn = connections.enter_context(closing(psycopg2.connect(DSN)))
    conn.cursor_factory = RealDictCursor
    _thread.conn = conn


def _compute_customer(number):
    conn = _thread.conn
    with conn.cursor() as cur:
        cur.execute("SELECT * FROM customers WHERE id = %(id)s", {"id": number})
        customer = dict(cur.fetchone())
        cur.execute(
            "SELECT id FROM orders WHERE customer = %(id)s ORDER BY id",
            {"id": number},
        )
        value = [order["id"] for order in cur]
    customer["orders"] = value
    return customer


def load(numbers):
    with closing(psycopg2.connect(DSN)):
        found = []
        items = list(numbers)
        with (
            ExitStack() as connections,
            ThreadPoolExecutor(
                max_workers=16, initializer=_open_conn, initargs=(connections,)
            ) as executor,
        ):
            found.extend(executor.map(_compute_customer, items))
    return found


if __name__ == "__main__":
    print(load([7, 5, 3]))
