"""The loop prints what map makes on demand, and changes nothing that it is made from."""

import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(40000):
        total += k * n % 7
    return total


def show(numbers):
    best = None
    items = list(numbers)
    workers = max(1, min(len(items), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, items)
        for number, total in zip(numbers, results):
            print(number, total)
            if best is None or total > best:
                best = total
    return best


if __name__ == "__main__":
    print(show([3, 1, 2]))
