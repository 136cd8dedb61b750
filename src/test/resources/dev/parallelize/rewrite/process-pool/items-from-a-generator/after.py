import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def source(count):
    for n in range(count):
        yield n * n


def run(count):
    items = list(source(count))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = list(executor.map(work, items, chunksize=chunksize))
    return results


if __name__ == "__main__":
    print(run(5), run(0))
