import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    for i in range(2, len(a)):
        out[i] = out[i - 2] + a[i]
    return out


if __name__ == "__main__":
    show(work(np.arange(9.0) / 2))
