import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = []
    total = 0.0
    for x in a:
        out.append(total)
        total += x
    return out


if __name__ == "__main__":
    show(work(np.arange(3.0)))
