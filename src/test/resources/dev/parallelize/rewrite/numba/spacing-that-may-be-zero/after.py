import numpy as np
from numba import njit, prange


@njit(parallel=True, error_model="numpy")
def _fill_slopes(count, slopes, spacing):
    for i in prange(count):
        position = i * 0.25
        slopes[i] = position * position / spacing


def work(count, spacing: float):
    slopes = np.zeros(count)
    if spacing != 0:
        _fill_slopes(count, slopes, spacing)
    else:
        for i in range(count):
            position = i * 0.25
            slopes[i] = position * position / spacing
    return slopes


if __name__ == "__main__":
    print(work(6, 0.5).tolist())
    try:
        print(work(6, 0.0))
    except ZeroDivisionError as problem:
        print(problem)
