import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, allowed):
    best = -1.0
    where = -1
    for i in range(len(a)):
        if allowed[i] and a[i] > best:
            best = a[i]
            where = i
    return best, where


if __name__ == "__main__":
    nan = float("nan")
    r = np.random.default_rng(3)
    show(work(r.random(50), r.random(50) > 0.5), work(r.random(5), np.zeros(5) > 1), work(np.zeros(0), np.zeros(0) > 1))
    show(work(np.array([5.0, nan, 3.0, 3.0]), np.array([0.0, 1.0, 1.0, 1.0]) > 0.5))
