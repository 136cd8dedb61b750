import numpy as np
from numba import njit, prange


@njit(parallel=True, error_model="numpy")
def _sum_inside(points):
    inside = 0
    for i in prange(points.shape[0]):
        x = points[i, 0]
        y = points[i, 1]
        if x * x + y * y <= 1.0:
            inside += 1
    return inside


def work(points):
    inside = 0
    inside += _sum_inside(points)
    return inside


if __name__ == "__main__":
    random = np.random.default_rng(5)
    for count in (0, 1, 1000):
        inside = work(random.random((count, 2)))
        print(type(inside), inside)
