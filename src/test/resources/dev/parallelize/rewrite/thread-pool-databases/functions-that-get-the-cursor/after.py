import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def connect():
    return psycopg2.connect(DSN)


def city(cur, number):
    cur.execute("SELECT city FROM customers WHERE id = %s", (number,))
    return cur.fetchone()[0]


_thread = threading.local()


def _open_conn(connections):
    conn = connect()
    connections.callback(conn.close)
    conn.autocommit = True
    _thread.cur = conn.cursor()


def _city_for_number(number):
    cur = _thread.cur
    return city(cur, number)


def cities(numbers):
    connect().close()
    numbers = list(numbers)
    with (
        ExitStack() as connections,
        ThreadPoolExecutor(
            max_workers=16, initializer=_open_conn, initargs=(connections,)
        ) as executor,
    ):
        found = list(executor.map(_city_for_number, numbers))
    return found


if __name__ == "__main__":
    print(cities([3, 1, 2]))
    try:
        cities([1, 77, 2])
    except TypeError as error:
        print(error)
