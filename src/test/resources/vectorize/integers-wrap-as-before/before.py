import numpy as np


def work(a, b):
    n = len(a)
    c = np.zeros(n, dtype=np.int64)
    for i in range(n):
        c[i] = a[i] * b[i] + 1
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.array([4611686018427387904, 3, -5]), np.array([4, 5, 6])))
