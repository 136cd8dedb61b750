import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(table):
    best = table[0, 0]
    at = (0, 0)
    if table.shape[0] > 0 and table.shape[1] > 0:
        i, j = divmod(int(np.argmax(np.fmax(table, -np.inf))), table.shape[1])
        if table[i, j] > best:
            best, at = table[i, j], (i, j)
    return best, at


if __name__ == "__main__":
    show(work(np.array([[1.0, 7.0, 2.0], [7.0, 3.0, float("nan")]])), work(np.array([[1.0, 7.0, 2.0], [8.0, 3.0, 8.0]]).T))
