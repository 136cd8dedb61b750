import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


_thread = threading.local()


def _open_conn(connections):
    conn = psycopg2.connect(DSN)
    connections.callback(conn.close)
    _thread.cur = conn.cursor()


def _process_item(item):
    number, name = item
    cur = _thread.cur
    cur.execute("SELECT id, total FROM orders WHERE customer = %s", (number,))
    orders = sorted(cur.fetchall())
    if not orders:
        return orders, None
    cur.execute("SELECT city FROM customers WHERE id = %s", (number,))
    (city,) = cur.fetchone()
    return orders, city


def report(least):
    conn = psycopg2.connect(DSN)
    try:
        cur = conn.cursor()
        cur.execute("SELECT id, name FROM customers ORDER BY id")
        lines = []
        items = list(cur.fetchall())
        with (
            ExitStack() as connections,
            ThreadPoolExecutor(
                max_workers=16, initializer=_open_conn, initargs=(connections,)
            ) as executor,
        ):
            results = executor.map(_process_item, items)
            for (number, name), (orders, city) in zip(items, results):
                if not orders:
                    continue
                if orders[-1][1] >= least:
                    print(name, city, orders)
                    lines.append(name)
        cur.execute("SELECT COUNT(*) FROM orders")
        return lines, cur.fetchone()
    finally:
        conn.close()


if __name__ == "__main__":
    print(report(100))
