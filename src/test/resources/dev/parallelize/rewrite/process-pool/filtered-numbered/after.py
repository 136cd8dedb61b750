import os
from concurrent.futures import ProcessPoolExecutor


def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def _work_for_entry(entry):
    i, item = entry
    return work(item, 3)


def run(items):
    all_items = [(i, item) for i, item in enumerate(items) if i % 2]
    workers = max(1, min(len(all_items), os.cpu_count() or 1))
    chunksize = max(1, len(all_items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(_work_for_entry, all_items, chunksize=chunksize))


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
