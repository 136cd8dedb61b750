import numpy as np


def work(a, total: float, count: int):
    c = np.zeros(len(a))
    for i in range(len(a)):
        c[i] = a[i] * (total / count)
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.zeros(0), 1.0, 0))
