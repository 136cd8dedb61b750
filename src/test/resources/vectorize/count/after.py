import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    hits = 0
    hits += np.count_nonzero((a > 0.5) & (a < 0.75))
    return hits


if __name__ == "__main__":
    show(work(np.random.default_rng(8).random(1001)))
    show(work(np.zeros(0)))
