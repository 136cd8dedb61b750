import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    b = a[1:]
    for i in range(len(b)):
        b[i] = a[i] + 1.0
    return a


if __name__ == "__main__":
    show(work(np.arange(6.0)))
