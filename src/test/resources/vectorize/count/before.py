import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    hits = 0
    for x in a:
        if x > 0.5 and x < 0.75:
            hits += 1
    return hits


if __name__ == "__main__":
    show(work(np.random.default_rng(8).random(1001)))
    show(work(np.zeros(0)))
