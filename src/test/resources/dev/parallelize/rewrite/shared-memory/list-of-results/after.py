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


def _spread_for_size(size):
    grid = _grid
    return spread(grid, size)


def run(grid: np.ndarray, sizes: list[int]):
    workers = max(1, min(len(sizes), os.cpu_count() or 1))
    chunksize = max(1, len(sizes) // (workers * 4))
    with (
        _shared(grid) as shared_grid,
        ProcessPoolExecutor(
            max_workers=workers, initializer=_initialize_worker, initargs=(shared_grid,)
        ) as executor,
    ):
        found = list(executor.map(_spread_for_size, sizes, chunksize=chunksize))
    return found


if __name__ == "__main__":
    print(run(np.arange(300.0) % 7, [1, 2, 3]), run(np.zeros(0), []))
    print(run(np.asarray([1, 2.5, 3], dtype=object), [1]))
    print(run(np.ma.masked_array([1.0, 2.0, 4.0], [0, 0, 0]), [1]))
