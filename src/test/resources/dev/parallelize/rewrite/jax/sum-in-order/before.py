import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i] + 1.0
    return total


if __name__ == "__main__":
    r = np.random.default_rng(8)
    x = r.random(1001)
    show(work(x, r.uniform(-1, 1, 1001)))
    show(work(np.zeros(0), np.zeros(0)))
