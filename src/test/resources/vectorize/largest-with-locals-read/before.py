import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    best = 0.0
    for i in range(len(a)):
        if a[i] > best:
            best = a[i]
    return best, locals()["i"]


if __name__ == "__main__":
    show(work(np.arange(4.0)))
