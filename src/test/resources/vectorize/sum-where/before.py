import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    total = 0.0
    for x in a:
        if x > 0.5:
            total += x / 3
    return total


if __name__ == "__main__":
    show(work(np.random.default_rng(8).random(1001)))
    show(work(np.zeros(0)))
    show(work(np.zeros(3)))
