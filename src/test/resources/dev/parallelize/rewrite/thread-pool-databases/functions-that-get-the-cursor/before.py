import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def connect():
    return psycopg2.connect(DSN)


def city(cur, number):
    cur.execute("SELECT city FROM customers WHERE id = %s", (number,))
    return cur.fetchone()[0]


def cities(numbers):
    conn = connect()
    conn.autocommit = True
    cur = conn.cursor()
    found = [city(cur, number) for number in numbers]
    conn.close()
    return found


if __name__ == "__main__":
    print(cities([3, 1, 2]))
    try:
        cities([1, 77, 2])
    except TypeError as error:
        print(error)
