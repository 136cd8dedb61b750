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
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            if table[i, j] > 0.0 and table[i, j] < best:
                best = table[i, j]
                pair = (i, j)
    return best, pair


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random((5, 4)) - 0.3), work(np.zeros((2, 2))))
