import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


import_scale = 3


def scaled(n):
    return work(n) * import_scale


import_scale = 5
if __name__ == "__main__":
    items = [4, 8, 15]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        totals = list(executor.map(scaled, items, chunksize=chunksize))
    print(totals)
