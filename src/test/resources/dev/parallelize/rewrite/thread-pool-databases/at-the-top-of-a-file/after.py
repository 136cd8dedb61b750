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
    cur.execute("SELECT name FROM customers WHERE id = %s", (number,))
    return cur.fetchone()


numbers = [4, 8, 15, 16, 23, 42]
with (
    ExitStack() as connections,
    ThreadPoolExecutor(
        max_workers=16, initializer=_open_conn, initargs=(connections,)
    ) as executor,
):
    results = executor.map(_process_number, numbers)
    for number, result in zip(numbers, results):
        print(number, result)
