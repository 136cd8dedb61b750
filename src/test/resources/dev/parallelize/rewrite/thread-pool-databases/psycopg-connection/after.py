import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg
from psycopg.rows import dict_row

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


_thread = threading.local()


def _open_conn(connections):
    conn = psycopg.connect(DSN, row_factory=dict_row)
    connections.callback(conn.close)
    _thread.conn = conn


def _compute_row(number):
    conn = _thread.conn
    return conn.execute(
        "SELECT name, city FROM customers WHERE id = %s", (number,)
    ).fetchone()


def load(numbers):
    psycopg.connect(DSN, row_factory=dict_row).close()
    found = {}
    numbers = list(numbers)
    with (
        ExitStack() as connections,
        ThreadPoolExecutor(
            max_workers=16, initializer=_open_conn, initargs=(connections,)
        ) as executor,
    ):
        rows = executor.map(_compute_row, numbers)
        for number, row in zip(numbers, rows):
            found[number] = row
            print(number, row)
    return found


if __name__ == "__main__":
    print(load([1, 2, 3, 50]))
