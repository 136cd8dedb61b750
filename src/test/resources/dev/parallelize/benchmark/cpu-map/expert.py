import os
from concurrent.futures import ProcessPoolExecutor


def steps(n):
    count = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        count += 1
    return count


def lengths(numbers):
    workers = os.cpu_count()
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(steps, numbers, chunksize=len(numbers) // (4 * workers)))


def main():
    return sum(lengths(list(range(1, 40_000))))
