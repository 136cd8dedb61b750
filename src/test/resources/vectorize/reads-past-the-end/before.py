import numpy as np


def work(a):
    n = len(a)
    c = np.zeros(n)
    for i in range(n):
        c[i] = a[i + 1]
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.zeros(0)))
