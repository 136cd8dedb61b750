"""Counts costly classes of numbers, row by row."""

import os
from concurrent.futures import ProcessPoolExecutor


def kind(number):
    steps = 0
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        steps += 1
    return steps % 10


def _compute_labels(row):
    return [kind(number) for number in row]


def histogram(rows):
    counts = {}
    rows = list(rows)
    workers = max(1, min(len(rows), os.cpu_count() or 1))
    chunksize = max(1, len(rows) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for labels in executor.map(_compute_labels, rows, chunksize=chunksize):
            for label in labels:
                counts[label] = counts.get(label, 0) + 1
    return counts


if __name__ == "__main__":
    print(histogram([[27, 97, 3], [], [871, 6, 6171]]))
