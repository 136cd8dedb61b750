import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, names):
    best = -1.0
    name = ""
    for i in range(len(a)):
        if a[i] > best:
            best = a[i]
            name = names.pop()
    return best, name


if __name__ == "__main__":
    show(work(np.array([3.0, 5.0, 2.0]), ["x", "y", "z"]))
