import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def _compute_count(i, chart):
    count = sum(row[i] == 1 for row in chart)
    return count, work(i, 3) if count == 1 else None


def run(chart):
    chosen = [0] * len(chart)
    items = range(len(chart[0]))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(
            partial(_compute_count, chart=chart), items, chunksize=chunksize
        )
        for count, result in results:
            if count == 1:
                place = result % len(chart)
                chosen[place] = 1
    return chosen


if __name__ == "__main__":
    print(run([[1, 0, 0, 1], [0, 1, 1, 1], [0, 1, 0, 1]]))
