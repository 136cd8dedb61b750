import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, limit):
    kept = []
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values = executor.map(work, numbers, chunksize=chunksize)
        for n, value in zip(numbers, values):
            if value > limit:
                kept.append((n, value))
    return kept


if __name__ == "__main__":
    print(run([4, 8, 15, 16], 4000))
