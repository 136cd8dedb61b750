import numpy as np


def work(a: np.ndarray, n: int):
    if n > 0:
        a[:n] = 0.5
    return a


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.ones(5), -1))
