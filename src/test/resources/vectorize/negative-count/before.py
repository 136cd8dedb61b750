import numpy as np


def work(a: np.ndarray, n: int):
    for i in range(n):
        a[i] = 0.5
    return a


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.ones(5), -1))
