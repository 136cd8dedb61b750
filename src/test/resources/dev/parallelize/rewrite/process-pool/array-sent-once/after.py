import os
from concurrent.futures import ProcessPoolExecutor

import numpy as np


def work(grid, n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total + float(grid[n])


def _initialize_worker(grid):
    global _grid
    _grid = grid


def _process_item(n):
    grid = _grid
    return work(grid, n)


def run(grid: np.ndarray, numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(
        max_workers=workers, initializer=_initialize_worker, initargs=(grid,)
    ) as executor:
        results = executor.map(_process_item, numbers, chunksize=chunksize)
        return dict(zip(numbers, results))


if __name__ == "__main__":
    print(run(np.arange(20.0), [4, 8, 15]), run(np.arange(2.0), []))
