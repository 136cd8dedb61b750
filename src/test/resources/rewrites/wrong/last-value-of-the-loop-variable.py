# what: threads that look at the loop variable when it has moved on
# check: no-race-conditions
if __name__ == "__main__":
    results = []
    for x in range(5):
        results.append((lambda: x * x)())
    print(results)
# --- transformed
from concurrent.futures import ThreadPoolExecutor

if __name__ == "__main__":
    with ThreadPoolExecutor(2) as executor:
        futures = []
        for x in range(5):
            futures.append(executor.submit(lambda: x * x))
        results = [future.result() for future in futures]
    print(results)
