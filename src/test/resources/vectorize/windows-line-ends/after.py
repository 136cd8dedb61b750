import numpy as np


def work(a):
    c = a + 1.0  # one more
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 9)))
