import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_row(row):
    return [work(n) for n in row]


def run(rows):
    rows = list(rows)
    workers = max(1, min(len(rows), os.cpu_count() or 1))
    chunksize = max(1, len(rows) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(_process_row, rows, chunksize=chunksize))


if __name__ == "__main__":
    print(run([[4, 8], [], [15]]))
