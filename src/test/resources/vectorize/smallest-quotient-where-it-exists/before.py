import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    best = 1e9
    for i in range(len(a)):
        if b[i] != 0.0 and a[i] / b[i] < best:
            best = a[i] / b[i]
    return best


if __name__ == "__main__":
    show(work(np.array([5.0, 1.0]), np.array([2.0, 0.0])))
