import time

cache = {}
computed = []

def look_up(key):
    if key not in cache:
        time.sleep(0.001)
        computed.append(key)
        cache[key] = key * key
    return cache[key]

if __name__ == "__main__":
    print([look_up(n % 3) for n in range(12)])
    print(len(computed))
    computed.sort()
    cache = dict(sorted(cache.items()))
# --- transformed
# Values are the same no matter the order.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

cache = {}
computed = []
_lock = threading.Lock()

def look_up(key):
    with _lock:
        if key not in cache:
            time.sleep(0.001)
            computed.append(key)
            cache[key] = key * key
        return cache[key]

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        print(list(executor.map(look_up, [n % 3 for n in range(12)])))
    print(len(computed))
    computed.sort()
    cache = dict(sorted(cache.items()))
