import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(grid):
    result = np.zeros(grid.shape)
    for i in range(1, grid.shape[0] - 1):
        for j in range(1, grid.shape[1] - 1):
            result[i, j] = 0.25 * (
                grid[i - 1, j] + grid[i + 1, j] + grid[i, j - 1] + grid[i, j + 1]
            )
    return result


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random((5, 7))), work(r.random((5, 7)).T), work(r.random((2, 2))), work(r.random((1, 3))))
