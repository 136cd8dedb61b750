import os
from multiprocessing import Pool


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def add(a, b):
    return work(a) + work(b)


def _add_for_item(item):
    a, b = item
    return add(a, b)


def run(first, second):
    items = list(zip(first, second))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    pool = Pool(processes=workers)
    try:
        return list(pool.imap(_add_for_item, items, chunksize=chunksize))
    finally:
        pool.close()
        pool.join()


if __name__ == "__main__":
    print(run([1, 2, 3], [5, 6, 7, 8]))
