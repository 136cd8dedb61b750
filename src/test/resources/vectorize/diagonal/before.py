import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    n = a.shape[0]
    out = np.zeros(n)
    for i in range(n):
        out[i] = a[i, i] * 2
    return out


if __name__ == "__main__":
    show(work(np.arange(9.0).reshape(3, 3)))
