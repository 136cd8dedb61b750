"""A matrix is filled where both loops count."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def _compute_values(a, ys):
    return [f(a, b) for b in ys]


def matrix(xs, ys):
    m = [[0] * len(ys) for _ in xs]
    workers = max(1, min(len(xs), os.cpu_count() or 1))
    chunksize = max(1, len(xs) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values_list = executor.map(
            partial(_compute_values, ys=ys), xs, chunksize=chunksize
        )
        for (i, a), values in zip(enumerate(xs), values_list):
            for j, value in enumerate(values):
                m[i][j] = value
    return m


if __name__ == "__main__":
    print(matrix(list(range(6)), list(range(5))))
