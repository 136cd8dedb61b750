import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    first = out
    for i in range(len(a)):
        out[i] = a[i] + 1.0
    return out is first, first


if __name__ == "__main__":
    show(work(np.arange(5.0))[0], work(np.arange(5.0))[1])
