# what: threads look into a cache, find nothing, and both compute
# check: no-race-conditions
import time

cache = {}
computed = []

def lookup(key):
    if key not in cache:
        computed.append(key)
        cache[key] = key * 2
    return cache[key]

if __name__ == "__main__":
    results = [lookup(x % 2) for x in range(20)]
    print(results, len(computed))
# --- transformed
import time
from concurrent.futures import ThreadPoolExecutor

cache = {}
computed = []

def lookup(key):
    if key not in cache:
        computed.append(key)
        cache[key] = key * 2
    return cache[key]

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        results = list(executor.map(lookup, [x % 2 for x in range(20)]))
    print(results, len(computed))
