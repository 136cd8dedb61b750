import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, start):
    best = start
    for i in range(len(a)):
        if a[i] > best:
            best = a[i]
    return best


if __name__ == "__main__":
    nan = float("nan")
    show(work(np.array([nan, 1.0, nan, 3.0, 3.0, 2.0]), 0.0), work(np.array([nan, nan]), 0.0), work(np.zeros(0), 0.0))
    show(work(np.array([-1.0, -0.0, 0.0]), -5.0), work(np.array([-1.0, 0.0, -0.0]), -5.0))
    show(work(np.array([1.0, 2.0]), 2.0), work(np.array([1.0, 2.0]), nan))
    show(work(np.array([-np.inf, nan]), -np.inf), work(np.array([nan, -np.inf]), float("-inf")))
