import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def report(least):
    conn = psycopg2.connect(DSN)
    try:
        cur = conn.cursor()
        cur.execute("SELECT id, name FROM customers ORDER BY id")
        lines = []
        for number, name in cur.fetchall():
            cur.execute("SELECT id, total FROM orders WHERE customer = %s", (number,))
            orders = sorted(cur.fetchall())
            if not orders:
                continue
            cur.execute("SELECT city FROM customers WHERE id = %s", (number,))
            (city,) = cur.fetchone()
            if orders[-1][1] >= least:
                print(name, city, orders)
                lines.append(name)
        cur.execute("SELECT COUNT(*) FROM orders")
        return lines, cur.fetchone()
    finally:
        conn.close()


if __name__ == "__main__":
    print(report(100))
