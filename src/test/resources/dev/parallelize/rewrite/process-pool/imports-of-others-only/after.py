"""Doc."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import numpy as np


def work(n):
    t = 0
    for k in range(60_000):
        t += n * k
    return t


def _work_for_item(x, a):
    return work(x + a)


def run(xs, a):
    xs = list(xs)
    workers = max(1, min(len(xs), os.cpu_count() or 1))
    chunksize = max(1, len(xs) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(_work_for_item, a=a), xs, chunksize=chunksize)
        return list(results)


if __name__ == "__main__":
    print(run([1, 2], 3), np.pi)
