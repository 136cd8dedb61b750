"""The remainder of the inner loop reads what it runs over."""

import os
from concurrent.futures import ProcessPoolExecutor


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def _f_for_item(item):
    a, b = item
    return f(a, b)


def pairs(xs, ys):
    out = []
    items = [(a, b) for a in xs for b in ys]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_f_for_item, items, chunksize=chunksize)
        for (a, b), result in zip(items, results):
            out.append((a, b, result))
    return out


if __name__ == "__main__":
    print(pairs(list(range(6)), list(range(5))))
