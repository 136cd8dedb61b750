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


def _process_number(number):
    cur = _thread.cur
    cur.execute("SELECT total FROM orders WHERE id = %s", (number,))
    return cur.fetchone()


def load(numbers):
    conn = None
    cur = None
    rows = []
    try:
        conn = psycopg2.connect(DSN)
        cur = conn.cursor()
        items = list(numbers)
        with (
            ExitStack() as connections,
            ThreadPoolExecutor(
                max_workers=16, initializer=_open_conn, initargs=(connections,)
            ) as executor,
        ):
            rows.extend(executor.map(_process_number, items))
    except psycopg2.DatabaseError as error:
        print(type(error).__name__)
    finally:
        if cur is not None:
            cur.close()
        if conn is not None:
            conn.close()
    return rows


if __name__ == "__main__":
    print(load([3, 2, 1]))
    print(load([3, 2, "x", 1]))
