import numpy as np


def work(u, v, alpha):
    m = len(u)
    n = len(v)
    table = alpha * u[:, None] * v - 1
    return table


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 4), np.linspace(2.0, 3.0, 5), 0.25))
