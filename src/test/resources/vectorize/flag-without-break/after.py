import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(table):
    found = False
    if np.any(table < 0):
        found = True
    return found


if __name__ == "__main__":
    show(work(np.array([[1.0, 7.0], [7.0, -3.0]])), work(np.zeros((2, 0))), work(np.ones((1, 1))))
