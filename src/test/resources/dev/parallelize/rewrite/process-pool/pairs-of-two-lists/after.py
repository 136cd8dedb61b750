import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def mix(left, right):
    return work(left) - work(right)


def _compute_difference(item):
    left, right = item
    return mix(left, right)


def run(lefts, rights):
    items = list(zip(lefts, rights))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        differences = list(
            executor.map(_compute_difference, items, chunksize=chunksize)
        )
    return differences


if __name__ == "__main__":
    print(run([4, 8, 15], (16, 23, 42, 108)))
