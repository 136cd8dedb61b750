import numpy as np


def work(points):
    inside = 0
    for i in range(points.shape[0]):
        x = points[i, 0]
        y = points[i, 1]
        if x * x + y * y <= 1.0:
            inside += 1
    return inside


if __name__ == "__main__":
    random = np.random.default_rng(5)
    for count in (0, 1, 1000):
        inside = work(random.random((count, 2)))
        print(type(inside), inside)
