import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    if not np.may_share_memory(b, a) and len(a) <= len(b):
        b[: len(a)] = a * 2.0
    else:
        for i, x in enumerate(a):
            b[i] = x * 2.0
    return b


if __name__ == "__main__":
    a = np.arange(9.0)
    work(a[:-1], a[1:])
    show(a, work(np.arange(3.0), np.arange(4.0)))
