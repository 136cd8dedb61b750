import os
from concurrent.futures import ProcessPoolExecutor


def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def _work_for_item(item):
    a, b = item
    return work(a, b)


def run(left, right):
    items = [(a, b) for a, b in zip(left, right) if a != b]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(_work_for_item, items, chunksize=chunksize))


if __name__ == "__main__":
    print(run([1, 2, 3, 4], [4, 2, 1, 9]))
