totals = {}

def add(row):
    key, amount = row
    totals[key] = totals.get(key, 0) + amount

if __name__ == "__main__":
    for row in [("ab"[n % 2], n + 1) for n in range(30)]:
        add(row)
    print(sorted(totals.items()))
# --- transformed
# Totals are the same no matter the order.
import threading
from concurrent.futures import ThreadPoolExecutor

totals = {}
_lock = threading.Lock()

def add(row):
    key, amount = row
    with _lock:
        totals[key] = totals.get(key, 0) + amount

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        for _ in executor.map(add, [("ab"[n % 2], n + 1) for n in range(30)]):
            pass
    print(sorted((key, totals[key]) for key in "ab"))
    totals = dict(sorted(totals.items()))
