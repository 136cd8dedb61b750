import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(n: int):
    out = np.zeros(n)
    for i in range(n):
        out[i] = i * 0.5
    return out


if __name__ == "__main__":
    show(work(4), work(0))
