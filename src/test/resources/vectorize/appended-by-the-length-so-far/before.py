import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = []
    for x in a:
        out.append(x * len(out))
    return out


if __name__ == "__main__":
    show(work(np.arange(4.0)))
