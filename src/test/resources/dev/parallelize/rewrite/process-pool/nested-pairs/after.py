"""The remainder of the inner loop reads what it runs over."""

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


def pairs(xs, ys):
    out = []
    xs = list(xs)
    workers = max(1, min(len(xs), os.cpu_count() or 1))
    chunksize = max(1, len(xs) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values_list = executor.map(
            partial(_compute_values, ys=ys), xs, chunksize=chunksize
        )
        for a, values in zip(xs, values_list):
            for b, value in zip(ys, values):
                out.append((a, b, value))
    return out


if __name__ == "__main__":
    print(pairs(list(range(6)), list(range(5))))
