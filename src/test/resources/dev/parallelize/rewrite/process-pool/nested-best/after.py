"""The best of all pairs, the first of them if several are."""

import os
from concurrent.futures import ProcessPoolExecutor


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def _process_item(item):
    a, b = item
    return f(a, b)


def best_pair(xs, ys):
    best = None
    items = [(a, b) for a in xs for b in ys]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        vs = executor.map(_process_item, items, chunksize=chunksize)
        for (a, b), v in zip(items, vs):
            if best is None or v > best[0]:
                best = (v, a, b)
    return best


if __name__ == "__main__":
    print(best_pair(list(range(6)), list(range(5))))
