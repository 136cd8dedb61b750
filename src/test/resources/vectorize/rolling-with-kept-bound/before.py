import numpy as np


def work(a, width: int):
    n = len(a) - width
    out = np.zeros(n)
    for i in range(n):
        out[i] = a[i + width] - a[i]
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.sin(np.linspace(0.0, 1.0, 9)), 3))
