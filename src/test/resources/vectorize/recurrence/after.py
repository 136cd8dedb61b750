import numpy as np


def work(a):
    if len(a) > 1:
        a[:] = np.cumsum(a)
    return a


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.ones(5)))
