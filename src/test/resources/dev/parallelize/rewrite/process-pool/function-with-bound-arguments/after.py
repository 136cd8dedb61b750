"""A function with an argument bound to it goes along as it is."""

import functools
import os
from concurrent.futures import ProcessPoolExecutor


def work(n, base):
    total = 0
    for k in range(40000):
        total += k * n % base
    return total


def total(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(
            functools.partial(work, base=9), numbers, chunksize=chunksize
        )
        return sum(results)


if __name__ == "__main__":
    print(total([3, 1, 2]))
