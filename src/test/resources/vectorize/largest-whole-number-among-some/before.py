import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, allowed):
    best = -1
    for i in range(len(a)):
        if allowed[i] and a[i] > best:
            best = a[i]
    return best


if __name__ == "__main__":
    show(work(np.arange(5), np.ones(5) > 0.5))
