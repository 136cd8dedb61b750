"""A generator may stop between rounds: no pool is left open there."""

import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(20000):
        total += (n * k) % 7
    return total


def rounds(numbers, count):
    for _ in range(count):
        workers = max(1, min(len(numbers), os.cpu_count() or 1))
        chunksize = max(1, len(numbers) // (workers * 4))
        with ProcessPoolExecutor(max_workers=workers) as executor:
            results = list(executor.map(work, numbers, chunksize=chunksize))
        numbers = [n + 1 for n in numbers]
        yield sum(results)


if __name__ == "__main__":
    for total in rounds([5, 3, 8, 1, 9, 2, 7, 4] * 4, 3):
        print(total)
