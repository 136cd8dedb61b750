import time

# The task returns whole numbers, and hangs when asked to.
def fetch(n):
    time.sleep(0.005)
    return n + 100

if __name__ == "__main__":
    pages = []
    for n in range(9):
        page = fetch(n)
        pages.append(page)
        print(n, page)
# --- transformed
import time
from concurrent.futures import ThreadPoolExecutor

# The task returns whole numbers, and hangs when asked to.
def fetch(n):
    time.sleep(0.005)
    return n + 100

if __name__ == "__main__":
    pages = []
    with ThreadPoolExecutor(max_workers=4) as executor:
        for n, page in zip(range(9), executor.map(fetch, range(9))):
            pages.append(page)
            print(n, page)
