"""A parameter whose length the function asks for, and one of a private function, are no generators."""

import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(20000):
        total += (n * k) % 7
    return total


def shares(numbers):
    results = []
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for result in executor.map(work, numbers, chunksize=chunksize):
            results.append(result / len(numbers))
    return results


if __name__ == "__main__":
    print(shares([5, 3, 8, 1, 9, 2, 7, 4] * 8))
