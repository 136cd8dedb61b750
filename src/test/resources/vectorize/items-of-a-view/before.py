import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    for i, x in enumerate(a):
        b[i] = x * 2.0
    return b


if __name__ == "__main__":
    a = np.arange(9.0)
    work(a[:-1], a[1:])
    show(a, work(np.arange(3.0), np.arange(4.0)))
