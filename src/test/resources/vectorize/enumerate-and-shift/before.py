import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    for i, x in enumerate(a):
        if i > 0:
            a[i - 1] = x * 2.0
    return a


if __name__ == "__main__":
    show(work(np.arange(4.0)))
