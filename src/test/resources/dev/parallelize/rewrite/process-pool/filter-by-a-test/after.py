import os
from concurrent.futures import ProcessPoolExecutor
from itertools import compress


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def is_even(n):
    return work(n) % 2 == 0


def run(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        kept = executor.map(is_even, numbers, chunksize=chunksize)
        chosen = list(compress(numbers, kept))
    return chosen


if __name__ == "__main__":
    print(run(range(20)), run(()), run(n * n for n in range(5)))
