import numpy as np


def work(left, right):
    products = np.zeros((len(left), len(right)))
    products[:] = np.outer(left, right)
    return products


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.1, 1.0, 7), np.arange(5) * 0.37))
    show(work(np.zeros(0), np.ones(3)))
