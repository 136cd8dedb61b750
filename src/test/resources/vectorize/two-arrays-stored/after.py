import numpy as np


def work(a):
    n = len(a)
    low = np.zeros(n)
    high = np.zeros(n)
    half = a / 2
    low[:] = a - half
    high[:] = a + half
    return low + high * 3


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 9)))
