import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    best = -1.0
    for i in range(len(a)):
        if a[i] > best:
            best = b[i]
    return best


if __name__ == "__main__":
    show(work(np.array([3.0, 5.0, 2.0, 5.0, 7.0]), np.array([30.0, 1.0, 9.0, 9.0, 7.0])))
