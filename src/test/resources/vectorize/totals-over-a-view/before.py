import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = a[::-1]
    total = 0.0
    for i in range(len(a)):
        total += a[i]
        out[i] = total
    return out


if __name__ == "__main__":
    show(work(np.arange(5.0)))
