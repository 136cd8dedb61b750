import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(a.shape)
    out[:] = a * 2.0
    return out


if __name__ == "__main__":
    show(work(np.arange(6.0).reshape(2, 3).T), work(np.zeros((0, 3))))
