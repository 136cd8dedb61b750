import numpy as np


def work(n):
    a = np.arange(n)
    out = np.zeros(n)
    for i in range(n):
        out[i] = a[i] * 3 - a[i] / 7
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(6))
    show(work(0))
