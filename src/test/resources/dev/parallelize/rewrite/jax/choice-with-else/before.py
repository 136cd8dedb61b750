import numpy as np


def work(a):
    n = len(a)
    out = np.zeros(n)
    for i in range(n):
        if a[i] > 0.5 and a[i] <= 2.0:
            out[i] = a[i] * 2.0
        else:
            out[i] = -1.0
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.array([0.0, 0.5, 1.0, 2.0, 3.0, float('nan')])))
