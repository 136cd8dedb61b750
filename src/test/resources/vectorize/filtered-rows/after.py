import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = []
    if a.ndim == 1:
        out.extend(a[a > 1.0])
    else:
        for i in range(len(a)):
            if a[i] > 1.0:
                out.append(a[i])
    return out


if __name__ == "__main__":
    show(work(np.ones((3, 1)) * 2.0), work(np.arange(3.0)))
