import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def ratios(numbers):
    conn = psycopg2.connect(DSN)
    done = []
    try:
        cur = conn.cursor()
        for number in numbers:
            cur.execute("SELECT 100 / (id - 3) FROM orders WHERE id = %s", (number,))
            done.append(cur.fetchone())
            print(number, done[-1])
    except psycopg2.Error as error:
        print(type(error).__name__, error)
        conn.rollback()
    finally:
        conn.close()
    return done


if __name__ == "__main__":
    print(ratios([5, 4, 3, 2, 1]))
