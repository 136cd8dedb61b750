import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    n = len(a)
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(i):
            out[i, j] = a[i] - a[j]
    return out


if __name__ == "__main__":
    show(work(np.arange(5.0)))
