import numpy as np


def work(n):
    a = np.ones(n, dtype=bool)
    out = np.zeros(n)
    for i in range(n):
        out[i] = a[i] * 0.1
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(5))
