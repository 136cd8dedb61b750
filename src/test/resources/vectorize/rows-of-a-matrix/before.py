import numpy as np


def work(table, weights):
    out = np.zeros_like(table)
    for i in range(len(table)):
        out[i] = table[i] * weights[i]
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.arange(9.0).reshape(3, 3), np.arange(3.0)))
