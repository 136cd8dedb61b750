import numpy as np


def work(n: int):
    out = np.zeros((n, n))
    out[:] = (np.arange(n)[:, None] * np.arange(n)) % 7 + 0.5 * np.arange(n)[:, None]
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(6))
    show(work(0))
