import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    best = -1.0
    for x in a:
        best = max(x, best)
    return best


if __name__ == "__main__":
    show(work(np.array([3.0, float("nan"), 2.0])))
