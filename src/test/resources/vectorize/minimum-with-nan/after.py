import numpy as np


def work(a, b):
    n = len(a)
    out = np.where(b < a, b, a) + np.where(0.0 > a, 0.0, a)
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    nan = float('nan')
    show(work(np.array([0.0, nan, 1.0, -0.0]), np.array([nan, 1.0, 0.5, 0.0])))
