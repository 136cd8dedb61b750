import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    where = 0
    for i in range(1, len(a)):
        if a[i] < a[where]:
            where = i
    return where


if __name__ == "__main__":
    show(work(np.array([3, 1, 2, 1])), work(np.array([0])), work(np.array([5, 6, 7])), work(np.array([], dtype=int)))
