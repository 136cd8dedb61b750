import numpy as np


def column_sums(grid, start):
    sums = []
    for k in range(start, grid.shape[1]):
        sums.append(float(grid[:, k].sum() + grid.sum()))
    return sums


def run(grid: np.ndarray, starts: list[int]):
    result = {}
    for start in starts:
        result[start] = column_sums(grid, start)
    return result


if __name__ == "__main__":
    values = np.random.default_rng(7).random((40, 30))
    print(run(values, [0, 5]), run(np.asfortranarray(values), [1]))
