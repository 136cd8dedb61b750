import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, m):
    n = len(a)
    out = np.zeros(n)
    x = a
    for k in range(m):
        x = x + 1.0
    out[:] = x
    return out


if __name__ == "__main__":
    a = np.arange(5.0)
    show(work(a, 3), a, work(a, 0), a)
