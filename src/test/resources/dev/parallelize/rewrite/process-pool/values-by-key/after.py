import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _work_for_item(item):
    key, n = item
    return work(n)


def run(rows):
    totals = {}
    rows = list(rows)
    workers = max(1, min(len(rows), os.cpu_count() or 1))
    chunksize = max(1, len(rows) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_work_for_item, rows, chunksize=chunksize)
        for (key, n), result in zip(rows, results):
            totals[key] = totals.get(key, 0) + result
    return totals


if __name__ == "__main__":
    print(run([("a", 4), ("b", 8), ("a", 15)]))
