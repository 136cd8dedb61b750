import os
from concurrent.futures import ProcessPoolExecutor


def rows_of(n):
    rows = []
    for k in range(20_000):
        rows.append((k, (k * 7919 + n * 104729) % 10007))
    return rows


def largest(n):
    return max(rows_of(n), key=lambda row: row[1])


def smallest(n):
    rows = [row for row in rows_of(n) if row[0] % n == 0]
    return min(rows, key=lambda row: (row[1], -row[0]), default=None)


def _process_item(n):
    return largest(n), smallest(n)


def run(numbers):
    found = []
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for result, value in executor.map(_process_item, numbers, chunksize=chunksize):
            found.append((result, value))
    return found


if __name__ == "__main__":
    print(run([4, 8, 15]))
