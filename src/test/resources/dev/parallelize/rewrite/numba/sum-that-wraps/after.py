import numpy as np
from numba import njit, prange


@njit(parallel=True, error_model="numpy")
def _sum_total(numbers):
    total = 0
    for i in prange(len(numbers)):
        total += numbers[i] * 3
    return total


def work(numbers):
    total = 0
    if len(numbers) > 0:
        total += np.int64(_sum_total(numbers))
    else:
        for i in range(len(numbers)):
            total += numbers[i] * 3
    return total


if __name__ == "__main__":
    huge = np.zeros(3, dtype=np.int64)
    huge[:] = 2**61
    ordinary = work(np.arange(50))
    wrapped = work(huge)
    nothing = work(np.arange(0))
    for total in (ordinary, wrapped, nothing):
        print(type(total), total)
