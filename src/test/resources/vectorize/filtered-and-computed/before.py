import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    out = [0]
    for x, i in zip(a, range(len(b))):
        if x != 0.0:
            out.append(b[i] / x)
    return out


if __name__ == "__main__":
    show(work(np.array([1.0, 0.0, 3.0]), np.array([2.0, 5.0, 7.0])))
