import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


def totals(dsn, customers):
    found = {}
    with psycopg2.connect(dsn) as conn:
        with conn.cursor() as cur:
            for customer in customers:
                cur.execute(
                    "SELECT SUM(total), COUNT(*) FROM orders WHERE customer = %s",
                    (customer,),
                )
                total, count = cur.fetchone()
                found[customer] = (total or 0) / max(count, 1)
    return found


if __name__ == "__main__":
    print(totals(DSN, range(1, 45)))
