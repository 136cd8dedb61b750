import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


MODULUS = 97
WEIGHTS = (3, 5, 7)


def _compute_value(n):
    return sum(work(n + w) for w in WEIGHTS)


def run(numbers):
    results = []
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for value in executor.map(_compute_value, numbers, chunksize=chunksize):
            results.append(value % MODULUS)
    return results


if __name__ == "__main__":
    print(run([4, 8, 15]))
