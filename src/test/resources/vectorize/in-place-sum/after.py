import numpy as np


def work(a, b):
    total = np.zeros(len(a))
    total[:] += a * b
    return total


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 9), np.linspace(3.0, 4.0, 9)))
