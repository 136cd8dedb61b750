# what: as many threads as items
# check: worker-count-bounded
import time

def fetch(x):
    time.sleep(0.002)
    return x

if __name__ == "__main__":
    results = []
    for x in range(100):
        results.append(fetch(x))
    print(sum(results))
# --- transformed
import threading
import time

def fetch(x):
    time.sleep(0.2)
    return x

if __name__ == "__main__":
    results = [None] * 100
    def run(x):
        results[x] = fetch(x)
    threads = [threading.Thread(target=run, args=(x,)) for x in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sum(results))
