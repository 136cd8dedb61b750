def work(n):
    total = 0
    for k in range(300_000):
        total = (total * 31 + n * k) % 10007
    return total


def found(numbers, wanted):
    for n in numbers:
        if work(n) % 7 == wanted:
            return n
    return None


if __name__ == "__main__":
    print(found(range(40), 3), found(range(20), 5), found([], 1))
# --- transformed
import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(300_000):
        total = (total * 31 + n * k) % 10007
    return total


def found(numbers, wanted):
    with ProcessPoolExecutor(max_workers=os.cpu_count() or 1) as executor:
        for n, value in zip(numbers, executor.map(work, numbers)):
            if value % 7 == wanted:
                executor.shutdown(wait=False, cancel_futures=True)
                return n
    return None


if __name__ == "__main__":
    print(found(range(40), 3), found(range(20), 5), found([], 1))
