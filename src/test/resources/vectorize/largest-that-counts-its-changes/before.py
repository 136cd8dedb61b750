import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    best = -1.0
    changes = 0
    for x in a:
        if x > best:
            best = x
            changes += 1
    return best, changes


if __name__ == "__main__":
    show(work(np.array([3.0, 5.0, 2.0, 5.0, 7.0])))
