import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.shared_memory import SharedMemory

import numpy as np


def spread(grid, size):
    if size < 0:
        raise ValueError(size)
    total = 0.0
    for i in range(size, len(grid)):
        total += float(abs(grid[i] - grid[i - size]))
    return total


_blocks = []


@contextmanager
def _shared(array):
    if type(array) is not np.ndarray or array.dtype.hasobject:
        yield array, None
        return
    order = "F" if array.flags.fnc else "C"
    block = SharedMemory(create=True, size=max(1, array.nbytes))
    try:
        np.ndarray(array.shape, array.dtype, block.buf, order=order)[...] = array
        yield block, (array.shape, array.dtype, order)
    finally:
        block.close()
        block.unlink()


def _attached(source, layout):
    if layout is None:
        return source
    _blocks.append(source)
    shape, dtype, order = layout
    return np.ndarray(shape, dtype, source.buf, order=order)


def _initialize_worker(grid):
    global _grid
    _grid = _attached(*grid)


def _compute_value(size):
    grid = _grid
    return spread(grid, size)


def run(grid: np.ndarray, sizes: list[int]):
    total = 0.0
    workers = max(1, min(len(sizes), os.cpu_count() or 1))
    with (
        _shared(grid) as shared_grid,
        ProcessPoolExecutor(
            max_workers=workers, initializer=_initialize_worker, initargs=(shared_grid,)
        ) as executor,
    ):
        values = executor.map(_compute_value, sizes)
        for size, value in zip(sizes, values):
            total += value
            print(size, value)
    return total


if __name__ == "__main__":
    print(run(np.arange(300.0) % 7, [1, 2, 3]))
    try:
        run(np.arange(300), [1, -2, 3, -4])
    except ValueError as problem:
        print(problem)
