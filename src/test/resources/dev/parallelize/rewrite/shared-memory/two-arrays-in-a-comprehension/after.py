import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.shared_memory import SharedMemory

import numpy as np


def weighted(grid, weights, row):
    total = 0.0
    for i in range(grid.shape[1]):
        total += float(grid[row, i] * weights[i])
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


def _initialize_worker(grid, weights):
    global _grid, _weights
    _grid = _attached(*grid)
    _weights = _attached(*weights)


def _weighted_for_row(row):
    grid = _grid
    weights = _weights
    return weighted(grid, weights, row)


def run(count):
    grid = np.asfortranarray(np.arange(count * 50.0).reshape(count, 50) % 11)
    weights = np.linspace(0.0, 1.0, 50)
    rows = range(count)
    workers = max(1, min(len(rows), os.cpu_count() or 1))
    chunksize = max(1, len(rows) // (workers * 4))
    with (
        _shared(grid) as shared_grid,
        _shared(weights) as shared_weights,
        ProcessPoolExecutor(
            max_workers=workers,
            initializer=_initialize_worker,
            initargs=(shared_grid, shared_weights),
        ) as executor,
    ):
        return list(executor.map(_weighted_for_row, rows, chunksize=chunksize))


if __name__ == "__main__":
    print(run(20), run(0))
