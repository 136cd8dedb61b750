import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_item(n):
    return work(n) % 7


def run(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return set(executor.map(_process_item, numbers, chunksize=chunksize))


if __name__ == "__main__":
    print(sorted(run([4, 8, 15])))
