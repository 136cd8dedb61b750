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
    cur.execute("SELECT 100 / (id - 3) FROM orders WHERE id = %s", (number,))
    return cur.fetchone()


def ratios(numbers):
    conn = psycopg2.connect(DSN)
    done = []
    try:
        items = list(numbers)
        with (
            ExitStack() as connections,
            ThreadPoolExecutor(
                max_workers=16, initializer=_open_conn, initargs=(connections,)
            ) as executor,
        ):
            results = executor.map(_process_number, items)
            for number, result in zip(items, results):
                done.append(result)
                print(number, done[-1])
    except psycopg2.Error as error:
        print(type(error).__name__, error)
        conn.rollback()
    finally:
        conn.close()
    return done


if __name__ == "__main__":
    print(ratios([5, 4, 3, 2, 1]))
