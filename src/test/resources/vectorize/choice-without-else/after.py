import numpy as np


def work(a):
    n = len(a)
    out = np.full(n, 9.0)
    out[:] = np.where(a < 0.0, a, out)
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.array([0.0, -0.5, 1.0, -2.0, float('nan')])))
