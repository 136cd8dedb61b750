import sys

import psycopg
from psycopg.rows import dict_row

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def load(numbers):
    with psycopg.connect(DSN, row_factory=dict_row) as conn:
        found = {}
        for number in numbers:
            row = conn.execute(
                "SELECT name, city FROM customers WHERE id = %s", (number,)
            ).fetchone()
            found[number] = row
            print(number, row)
        return found


if __name__ == "__main__":
    print(load([1, 2, 3, 50]))
