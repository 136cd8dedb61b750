import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    for i in range(len(a)):
        if a[i] / b[i] > 2.0:
            return i
    return -1


if __name__ == "__main__":
    np.seterr(all="raise")
    show(work(np.array([4.0, 5.0, 1.0]), np.array([1.0, 1.0, 0.0])))
