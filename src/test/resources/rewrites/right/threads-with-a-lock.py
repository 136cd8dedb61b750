total = 0

def add(x):
    global total
    total += x

if __name__ == "__main__":
    for x in range(1, 41):
        add(x)
    print(total)
# --- transformed
import threading
from concurrent.futures import ThreadPoolExecutor

total = 0
_lock = threading.Lock()

def add(x):
    global total
    with _lock:
        total += x

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(add, range(1, 41)))
    print(total)
