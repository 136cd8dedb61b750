import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


_thread = threading.local()


def _open_conn(connections, dsn):
    conn = psycopg2.connect(dsn)
    connections.callback(conn.close)
    _thread.cur = conn.cursor()


def _process_customer(customer):
    cur = _thread.cur
    cur.execute(
        "SELECT SUM(total), COUNT(*) FROM orders WHERE customer = %s",
        (customer,),
    )
    total, count = cur.fetchone()
    return total, count


def totals(dsn, customers):
    found = {}
    psycopg2.connect(dsn).close()
    customers = list(customers)
    with (
        ExitStack() as connections,
        ThreadPoolExecutor(
            max_workers=16, initializer=_open_conn, initargs=(connections, dsn)
        ) as executor,
    ):
        results = executor.map(_process_customer, customers)
        for customer, (total, count) in zip(customers, results):
            found[customer] = (total or 0) / max(count, 1)
    return found


if __name__ == "__main__":
    print(totals(DSN, range(1, 45)))
