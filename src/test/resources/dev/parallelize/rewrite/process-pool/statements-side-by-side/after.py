import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(n):
    with ProcessPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as executor:
        low_future = executor.submit(work, n)
        high_future = executor.submit(work, n * 2)
        low = low_future.result()
        high = high_future.result()
    return high - low


if __name__ == "__main__":
    print(run(4))
