import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(grid):
    result = np.zeros(grid.shape)
    result[1:-1, 1:-1] = 0.25 * (
        grid[:-2, 1:-1] + grid[2:, 1:-1] + grid[1:-1, :-2] + grid[1:-1, 2:]
    )
    return result


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random((5, 7))), work(r.random((5, 7)).T), work(r.random((2, 2))), work(r.random((1, 3))))
