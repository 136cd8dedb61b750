import numpy as np


def work(a):
    n = len(a)
    out = np.zeros(n)
    mask = a != 0.0
    out[mask] = 1.0 / a[mask]
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.array([0.0, -0.5, 1.0])))
