"""The values are folded in order."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import reduce


def work(n):
    total = 0
    for k in range(40000):
        total += k * n % 7
    return total


def fold(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, numbers)
        return reduce(lambda left, right: left * 31 + right, results, 7)


if __name__ == "__main__":
    print(fold([3, 1, 2]))
