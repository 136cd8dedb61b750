import numpy as np


def work(products, distances):
    rows, columns = products.shape
    forces = np.empty((rows, columns))
    # The pull at unit mass.
    forces[:] = 2.0 * products / (np.float_power(distances, 2) + 1.0)
    return forces


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    table = np.linspace(1.0, 2.0, 12).reshape(3, 4)
    show(work(table, table * 3.0))
