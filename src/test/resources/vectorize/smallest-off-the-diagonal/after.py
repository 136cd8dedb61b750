import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(table):
    best = np.inf
    pair = (-1, -1)
    if table.shape[0] > 0 and table.shape[1] > 0:
        i, j = divmod(
            int(np.argmin(np.fmin(np.where(table > 0.0, table, np.inf), np.inf))),
            table.shape[1],
        )
        if table[i, j] > 0.0 and table[i, j] < best:
            best = table[i, j]
            pair = (i, j)
    return best, pair


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random((5, 4)) - 0.3), work(np.zeros((2, 2))))
