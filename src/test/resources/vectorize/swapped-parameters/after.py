import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, b):
    if not np.may_share_memory(a, b):
        t = a.copy()
        a[:] = b
        b[:] = t
    else:
        for i in range(len(a)):
            t = a[i]
            a[i] = b[i]
            b[i] = t


if __name__ == "__main__":
    a = np.arange(5.0)
    b = a * 3
    work(a, b)
    show(a, b)
