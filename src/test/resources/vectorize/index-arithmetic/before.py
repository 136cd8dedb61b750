import numpy as np


def work(n: int):
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = (i * j) % 7 + 0.5 * i
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(6))
    show(work(0))
