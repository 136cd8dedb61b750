import numpy as np
from numba import njit, prange


@njit(parallel=True, error_model="numpy")
def _fill_table(points, table):
    for i in prange(12):
        for j in range(i + 1, 12):
            total = 0.0
            for k in range(3):
                step = points[i, k] - points[j, k]
                total += step * step
            table[i, j] = np.sqrt(total)


def work():
    points = np.arange(36.0).reshape(12, 3) % 7.0
    table = np.zeros((12, 12))
    _fill_table(points, table)
    return table


if __name__ == "__main__":
    print(work().tolist())
