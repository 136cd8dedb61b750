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


def _process_number(number):
    cur = _thread.cur
    cur.execute("SELECT id, total FROM orders WHERE id = %s", (number,))
    return cur.fetchone()


def load(dsn, numbers):
    psycopg2.connect(dsn).close()
    numbers = list(numbers)
    with (
        ExitStack() as connections,
        ThreadPoolExecutor(
            max_workers=16, initializer=_open_conn, initargs=(connections, dsn)
        ) as executor,
    ):
        rows = list(executor.map(_process_number, numbers))
    return rows


if __name__ == "__main__":
    print(load(DSN, range(1, 50)))
    print(load(DSN, []))
    for numbers in ([], [1, 2]):
        try:
            load("host=127.0.0.1 port=1 user=nobody", numbers)
        except psycopg2.OperationalError:
            print("nobody there")
