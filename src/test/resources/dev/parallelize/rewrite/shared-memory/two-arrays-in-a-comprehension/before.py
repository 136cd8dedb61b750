import numpy as np


def weighted(grid, weights, row):
    total = 0.0
    for i in range(grid.shape[1]):
        total += float(grid[row, i] * weights[i])
    return total


def run(count):
    grid = np.asfortranarray(np.arange(count * 50.0).reshape(count, 50) % 11)
    weights = np.linspace(0.0, 1.0, 50)
    return [weighted(grid, weights, row) for row in range(count)]


if __name__ == "__main__":
    print(run(20), run(0))
