"""Clauses of a comprehension, the last of them with a condition."""

import os
from concurrent.futures import ProcessPoolExecutor


def train(rate, size):
    state = size
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def _process_item(item):
    rate, size = item
    return ((rate, size), train(rate, size))


def table(rates, sizes):
    items = [(rate, size) for rate in rates for size in sizes if rate * size < 3]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return dict(executor.map(_process_item, items, chunksize=chunksize))


if __name__ == "__main__":
    print(table([0.1, 0.2], [4, 8, 16]))
