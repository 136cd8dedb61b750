"""Build a table of tidal forces between two fleets of satellites and summarize it.

The mass products are the outer product of two vectors, written with two loops over the indices as they stand in the
textbook; the forces then divide each product by the cube of a distance, element by element.
"""

import numpy as np

ROWS = 1600
COLUMNS = 1400


def masses(count, start):
    """Return a vector of masses between one and two tons."""
    positions = np.arange(count, dtype=np.float64)
    return start + 0.5 * (1.0 + np.sin(positions * 0.37))


def outer_product(left, right):
    """Return the product of every element of the one vector with every element of the other."""
    products = np.zeros((len(left), len(right)))
    for i in range(len(left)):
        for j in range(len(right)):
            products[i, j] = left[i] * right[j]
    return products


def tidal_forces(products, distances):
    """Return product divided by the cube of the distance, for every pair."""
    rows, columns = products.shape
    forces = np.empty((rows, columns))
    for i in range(rows):
        for j in range(columns):
            forces[i, j] = 2.0 * products[i, j] / (distances[i, j] ** 3 + 1.0)
    return forces


def distance_table(rows, columns):
    """Return a smooth table of distances between one and three."""
    row_angles = np.arange(rows, dtype=np.float64)[:, np.newaxis] * 0.011
    column_angles = np.arange(columns, dtype=np.float64)[np.newaxis, :] * 0.017
    return 2.0 + np.sin(row_angles) * np.cos(column_angles)


def main():
    left = masses(ROWS, start=1.0)
    right = masses(COLUMNS, start=1.25)
    products = outer_product(left, right)
    forces = tidal_forces(products, distance_table(ROWS, COLUMNS))
    row, column = np.unravel_index(int(np.argmax(forces)), forces.shape)
    print(f"table of {ROWS} x {COLUMNS}")
    print(f"mean product {products.mean():.6f}")
    print(f"mean force   {forces.mean():.6f}")
    print(f"largest force {forces[row, column]:.6f} between {row} and {column}")


if __name__ == "__main__":
    main()
