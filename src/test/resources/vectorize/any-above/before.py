import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, limit):
    for x in a:
        if x > limit:
            return True
    return False


if __name__ == "__main__":
    nan = float("nan")
    show(work(np.array([1.0, nan, 3.0]), 2.0), work(np.array([nan]), 2.0), work(np.zeros(0), 2.0))
