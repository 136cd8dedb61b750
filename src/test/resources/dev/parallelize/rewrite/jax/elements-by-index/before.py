import numpy as np


def work(n):
    a = np.linspace(0.0, 1.0, n)
    order = np.arange(n)
    out = np.zeros(n)
    for i in range(n):
        out[i] = a[order[i]] * 2.0
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(5))
