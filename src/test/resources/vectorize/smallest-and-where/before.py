import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, target):
    nearest = float("inf")
    where = -1
    for i, x in enumerate(a):
        distance = abs(x - target)
        if distance < nearest:
            nearest = distance
            where = i
    return nearest, where


if __name__ == "__main__":
    nan = float("nan")
    show(work(np.array([5.0, 1.0, 3.0, -1.0, 1.0]), 0.0), work(np.zeros(0), 0.0), work(np.array([nan, nan]), 0.5))
    show(work(np.array([nan, 2.0, 2.0]), 1.0), work(np.random.default_rng(4).random(1001), 0.5))
