import numpy as np


def spread(grid, size):
    if size < 0:
        raise ValueError(size)
    total = 0.0
    for i in range(size, len(grid)):
        total += float(abs(grid[i] - grid[i - size]))
    return total


def run(grid: np.ndarray, count: int):
    size = 1
    for _ in range(count):
        size = 1 + int(spread(grid, size)) % 7
    return size


if __name__ == "__main__":
    print(run(np.arange(300.0), 2))
