import numpy as np


def work(grid):
    rows, columns = grid.shape
    result = np.zeros_like(grid)
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            result[i, j] = 0.25 * (
                grid[i - 1, j] + grid[i + 1, j]
                + grid[i, j - 1] + grid[i, j + 1]
            )
    return result


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.sin(np.linspace(0.0, 9.0, 30)).reshape(5, 6)))
    show(work(np.sin(np.linspace(0.0, 9.0, 6)).reshape(1, 6)))
