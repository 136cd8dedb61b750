import numpy as np


def spread(grid, size):
    if size < 0:
        raise ValueError(size)
    total = 0.0
    for i in range(size, len(grid)):
        total += float(abs(grid[i] - grid[i - size]))
    return total


def run(grid: np.ndarray, sizes: list[int]):
    return [spread(grid, size) for size in sizes]


if __name__ == "__main__":
    print(run(np.arange(300.0), [1, 2]))
