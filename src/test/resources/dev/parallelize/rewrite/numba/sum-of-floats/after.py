import numpy as np
from numba import njit, prange


@njit(parallel=True, error_model="numpy")
def _sum_total(numbers):
    total = 0.0
    for i in prange(len(numbers)):
        total += numbers[i] * 0.5
    return total


def work(numbers):
    total = 0.0
    if numbers.dtype == "float64" and len(numbers) > 0:
        total += np.float64(_sum_total(numbers))
    else:
        for i in range(len(numbers)):
            total += numbers[i] * 0.5
    return total


if __name__ == "__main__":
    for count in (0, 8, 64):
        total = work(np.arange(float(count)))
        print(type(total), total)
