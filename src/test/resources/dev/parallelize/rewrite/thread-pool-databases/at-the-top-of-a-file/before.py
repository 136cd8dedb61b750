import sys

import psycopg2

DSN = f"host=127.0.0.1 port={sys.argv[3]} user=postgres dbname=postgres"


conn = psycopg2.connect(DSN)
cur = conn.cursor()

for number in [4, 8, 15, 16, 23, 42]:
    cur.execute("SELECT name FROM customers WHERE id = %s", (number,))
    print(number, cur.fetchone())

cur.close()
conn.close()
