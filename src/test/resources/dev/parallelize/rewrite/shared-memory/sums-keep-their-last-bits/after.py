import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.shared_memory import SharedMemory

import numpy as np


def column_sums(grid, start):
    sums = []
    for k in range(start, grid.shape[1]):
        sums.append(float(grid[:, k].sum() + grid.sum()))
    return sums


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


def _column_sums_for_start(start):
    grid = _grid
    return column_sums(grid, start)


def run(grid: np.ndarray, starts: list[int]):
    result = {}
    workers = max(1, min(len(starts), os.cpu_count() or 1))
    chunksize = max(1, len(starts) // (workers * 4))
    with (
        _shared(grid) as shared_grid,
        ProcessPoolExecutor(
            max_workers=workers, initializer=_initialize_worker, initargs=(shared_grid,)
        ) as executor,
    ):
        results = executor.map(_column_sums_for_start, starts, chunksize=chunksize)
        for start, value in zip(starts, results):
            result[start] = value
    return result


if __name__ == "__main__":
    values = np.random.default_rng(7).random((40, 30))
    print(run(values, [0, 5]), run(np.asfortranarray(values), [1]))
