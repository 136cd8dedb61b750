import numpy as np


def work(table):
    rows, columns = table.shape
    out = np.empty((columns, rows))
    for i in range(rows):
        for j in range(columns):
            out[j, i] = table[i, j] + 1.0
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.arange(12.0).reshape(3, 4)))
