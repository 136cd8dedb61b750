import numpy as np


def work(a):
    n = len(a)
    change = np.zeros(n)
    for i in range(n):
        change[i] = a[i] - a[i - 1]
    return change


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 3.0, 17)))
