import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _work_for_item(item):
    rank, name = item
    return work(len(name))


def run(names):
    lines = []
    items = list(enumerate(names, start=1))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_work_for_item, items, chunksize=chunksize)
        for (rank, name), result in zip(items, results):
            lines.append(f"{rank}. {name} {result}")
    return lines


if __name__ == "__main__":
    print("\n".join(run(["ann", "bo", "christopher"])))
