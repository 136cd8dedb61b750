import cupy as cp
import numpy as np


def work(grid):
    rows, columns = grid.shape
    result = np.zeros_like(grid)
    grid_device = cp.asarray(grid)
    result[1:-1, 1:-1] = cp.asnumpy(
        0.25
        * (
            grid_device[:-2, 1:-1]
            + grid_device[2:, 1:-1]
            + grid_device[1:-1, :-2]
            + grid_device[1:-1, 2:]
        )
    )
    return result


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.sin(np.linspace(0.0, 9.0, 30)).reshape(5, 6)))
    show(work(np.sin(np.linspace(0.0, 9.0, 6)).reshape(1, 6)))
