import numpy as np


def work(a):
    b = a[1:]
    for i in range(len(a) - 1):
        b[i] = a[i] + 1.0
    return b


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.zeros(5)))
