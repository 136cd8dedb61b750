import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, m):
    n = len(a)
    y = a.copy()
    for k in range(m):
        a[:] = a * 0.5 + y
    return a


if __name__ == "__main__":
    show(work(np.arange(5.0), 3))
