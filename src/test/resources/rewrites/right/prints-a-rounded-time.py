import time

def work(x):
    time.sleep(0.02)
    return x

if __name__ == "__main__":
    began = time.perf_counter()
    print(sum(work(x) for x in range(20)))
    print("took %.1f s" % (time.perf_counter() - began))
# --- transformed
import time
from concurrent.futures import ThreadPoolExecutor

def work(x):
    time.sleep(0.02)
    return x

if __name__ == "__main__":
    began = time.perf_counter()
    with ThreadPoolExecutor(10) as executor:
        print(sum(executor.map(work, range(20))))
    print("took %.1f s" % (time.perf_counter() - began))
