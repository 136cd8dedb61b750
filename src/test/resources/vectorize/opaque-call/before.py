import numpy as np


def work(a):
    c = np.zeros(len(a))
    for i in range(len(a)):
        c[i] = helper(a[i])
    return c


def helper(x):
    return 1.0 if x > 0.3 else x


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 9)))
