import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


# Numbers that matter.
def run(numbers):
    """Say what numbers come to."""
    values = []
    for n in numbers:
        values.append(work(n))
    return values


# Numbers that matter.
def run_parallel(numbers):
    """Say what numbers come to."""
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values = list(executor.map(work, numbers, chunksize=chunksize))
    return values


def again(numbers):
    return run(numbers)


if __name__ == "__main__":
    print(again([4, 8, 15]), run([]))
