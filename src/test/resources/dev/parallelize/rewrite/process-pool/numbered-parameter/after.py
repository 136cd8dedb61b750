"""A numbered parameter that other files may pass a generator for becomes a list, since it is used twice."""

import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(20000):
        total += (n * k) % 7
    return total


def report(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, numbers)
        for (position, n), result in zip(enumerate(numbers), results):
            print(position, n, result)


if __name__ == "__main__":
    report([5, 3, 8, 1, 9, 2, 7, 4] * 8)
