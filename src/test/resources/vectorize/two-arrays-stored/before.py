import numpy as np


def work(a):
    n = len(a)
    low = np.zeros(n)
    high = np.zeros(n)
    for i in range(n):
        half = a[i] / 2
        low[i] = a[i] - half
        high[i] = a[i] + half
    return low + high * 3


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 9)))
