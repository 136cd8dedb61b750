import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    first = -1.0
    second = -1.0
    for x in a:
        if x > first:
            second = first
            first = x
    return first, second


if __name__ == "__main__":
    show(work(np.array([3.0, 5.0, 2.0, 5.0, 7.0])))
