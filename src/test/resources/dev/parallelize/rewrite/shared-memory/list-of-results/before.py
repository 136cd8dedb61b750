import numpy as np


def spread(grid, size):
    if size < 0:
        raise ValueError(size)
    total = 0.0
    for i in range(size, len(grid)):
        total += float(abs(grid[i] - grid[i - size]))
    return total


def run(grid: np.ndarray, sizes: list[int]):
    found = []
    for size in sizes:
        found.append(spread(grid, size))
    return found


if __name__ == "__main__":
    print(run(np.arange(300.0) % 7, [1, 2, 3]), run(np.zeros(0), []))
    print(run(np.asarray([1, 2.5, 3], dtype=object), [1]))
    print(run(np.ma.masked_array([1.0, 2.0, 4.0], [0, 0, 0]), [1]))
