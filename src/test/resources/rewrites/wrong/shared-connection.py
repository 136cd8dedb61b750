# what: threads read and write through one connection, so that one transaction sees half of another
# check: no-race-conditions
import sqlite3

def deposit(connection, amount):
    (balance,) = connection.execute("select balance from account").fetchone()
    connection.execute("update account set balance = ?", (balance + amount,))
    connection.commit()

if __name__ == "__main__":
    connection = sqlite3.connect(":memory:")
    connection.execute("create table account (balance integer)")
    connection.execute("insert into account values (0)")
    for amount in range(1, 13):
        deposit(connection, amount)
    print(connection.execute("select balance from account").fetchone()[0])
    connection.close()
# --- transformed
import sqlite3
from concurrent.futures import ThreadPoolExecutor

def deposit(connection, amount):
    (balance,) = connection.execute("select balance from account").fetchone()
    connection.execute("update account set balance = ?", (balance + amount,))
    connection.commit()

if __name__ == "__main__":
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("create table account (balance integer)")
    connection.execute("insert into account values (0)")
    with ThreadPoolExecutor(4) as executor:
        for future in [executor.submit(deposit, connection, amount) for amount in range(1, 13)]:
            future.result()
    print(connection.execute("select balance from account").fetchone()[0])
    connection.close()
