import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    c = np.empty((len(a), len(b)), dtype=np.float64)
    for i, x in enumerate(a):
        for j in range(len(b)):
            c[i, j] = x - b[j]
    return c


if __name__ == "__main__":
    show(work(np.arange(5.0)[::-1], np.arange(9.0)[::3]), work(np.zeros(0), np.zeros(2)))
