import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(n):
    out = np.zeros(n)
    for i in range(n):
        out[i] = i * i * i * i * 1000003
    return out


if __name__ == "__main__":
    show(work(100000)[-3:])
