# what: each task makes its own lock, so that none excludes another
# check: no-race-conditions
totals = {"all": 0}


def add(x):
    now = totals["all"]
    totals["all"] = now + x


if __name__ == "__main__":
    for x in range(8):
        add(x)
    print(totals)
# --- transformed
import threading
from concurrent.futures import ThreadPoolExecutor

totals = {"all": 0}


def add(x):
    with threading.Lock():
        now = totals["all"]
        totals["all"] = now + x


if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(add, range(8)))
    print(totals)
