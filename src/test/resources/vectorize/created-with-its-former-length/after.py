import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.ones(len(a))
    out = np.zeros(len(out))
    if len(a) <= len(out):
        out[: len(a)] = a * 2.0
    else:
        for i in range(len(a)):
            out[i] = a[i] * 2.0
    return out


if __name__ == "__main__":
    show(work(np.arange(5.0)))
