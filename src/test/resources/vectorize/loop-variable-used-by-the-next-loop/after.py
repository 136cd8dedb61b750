import numpy as np


def work(a):
    c = np.zeros(len(a))
    d = np.zeros(len(a))
    c[:] = a * 2.0
    for i in range(len(a)):
        d[i] = c[i] - 1.0
    return d


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 9)))
