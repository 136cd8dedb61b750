"""A matrix is filled where both loops count."""

import os
from concurrent.futures import ProcessPoolExecutor


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def _f_for_item(item):
    i, a, j, b = item
    return f(a, b)


def matrix(xs, ys):
    m = [[0] * len(ys) for _ in xs]
    items = [(i, a, j, b) for i, a in enumerate(xs) for j, b in enumerate(ys)]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_f_for_item, items, chunksize=chunksize)
        for (i, a, j, b), result in zip(items, results):
            m[i][j] = result
    return m


if __name__ == "__main__":
    print(matrix(list(range(6)), list(range(5))))
