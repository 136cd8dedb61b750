import numpy as np


def spread(grid, size):
    if size < 0:
        raise ValueError(size)
    total = 0.0
    for i in range(size, len(grid)):
        total += float(abs(grid[i] - grid[i - size]))
    return total


def run(grid: np.ndarray, sizes: list[int]):
    total = 0.0
    for size in sizes:
        value = spread(grid, size)
        total += value
        print(size, value)
    return total


if __name__ == "__main__":
    print(run(np.arange(300.0) % 7, [1, 2, 3]))
    try:
        run(np.arange(300), [1, -2, 3, -4])
    except ValueError as problem:
        print(problem)
