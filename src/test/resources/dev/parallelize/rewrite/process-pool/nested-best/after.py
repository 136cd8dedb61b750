"""The best of all pairs, the first of them if several are."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def _compute_v_values(a, ys):
    return [f(a, b) for b in ys]


def best_pair(xs, ys):
    best = None
    xs = list(xs)
    workers = max(1, min(len(xs), os.cpu_count() or 1))
    chunksize = max(1, len(xs) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        v_values_list = executor.map(
            partial(_compute_v_values, ys=ys), xs, chunksize=chunksize
        )
        for a, v_values in zip(xs, v_values_list):
            for b, v in zip(ys, v_values):
                if best is None or v > best[0]:
                    best = (v, a, b)
    return best


if __name__ == "__main__":
    print(best_pair(list(range(6)), list(range(5))))
