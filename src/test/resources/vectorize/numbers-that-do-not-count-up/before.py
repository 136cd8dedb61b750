import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    for i in range(2, len(a) - 2):
        s = 0.0
        for d in (-2, 0, 2):
            s += a[i + d]
        out[i] = s
    return out


if __name__ == "__main__":
    show(work(np.arange(9.0)))
