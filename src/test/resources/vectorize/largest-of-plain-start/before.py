import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    best = 0
    for x in a:
        best = max(best, x)
    return best


if __name__ == "__main__":
    show(work(np.array([3, 9, 9, -2])), work(np.array([-3, -9])), work(np.zeros(0, dtype=int)))
