import numpy as np


def masses(count, start):
    positions = np.arange(count, dtype=np.float64)
    return start + 0.5 * (1.0 + np.sin(positions * 0.37))


def distance_table(rows, columns):
    row_angles = np.arange(rows, dtype=np.float64)[:, np.newaxis] * 0.011
    column_angles = np.arange(columns, dtype=np.float64)[np.newaxis, :] * 0.017
    return 2.0 + np.sin(row_angles) * np.cos(column_angles)


def work(products, distances):
    rows, columns = products.shape
    forces = np.empty((rows, columns))
    forces[:] = 2.0 * products / (np.float_power(distances, 2) + 1.0)
    return forces


def outer_product(left, right):
    products = np.zeros((len(left), len(right)))
    for i in range(len(left)):
        for j in range(len(right)):
            products[i, j] = left[i] * right[j]
    return products


if __name__ == "__main__":
    table = outer_product(masses(20, start=1.0), masses(30, start=1.25))
    print(work(table, distance_table(20, 30)).tobytes().hex())
