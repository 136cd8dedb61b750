import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    out = [0]
    mask = a != 0.0
    out.extend(b[mask] / a[mask])
    return out


if __name__ == "__main__":
    np.seterr(all="raise")
    show(work(np.array([1.0, 0.0, 3.0]), np.array([2.0, 5.0, 7.0])))
