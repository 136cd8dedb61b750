import numpy as np


def masses(count, start):
    positions = np.arange(count, dtype=np.float64)
    return start + 0.5 * (1.0 + np.sin(positions * 0.37))


def distance_table(rows, columns):
    row_angles = np.arange(rows, dtype=np.float64)[:, np.newaxis] * 0.011
    column_angles = np.arange(columns, dtype=np.float64)[np.newaxis, :] * 0.017
    return 2.0 + np.sin(row_angles) * np.cos(column_angles)


def tidal_forces(products, distances):
    rows, columns = products.shape
    forces = np.empty((rows, columns))
    for i in range(rows):
        for j in range(columns):
            forces[i, j] = 2.0 * products[i, j] / (distances[i, j] ** 2 + 1.0)
    return forces


def work(left, right):
    products = np.outer(left, right)
    return products


if __name__ == "__main__":
    table = work(masses(20, start=1.0), masses(30, start=1.25))
    print(tidal_forces(table, distance_table(20, 30)).tobytes().hex())
