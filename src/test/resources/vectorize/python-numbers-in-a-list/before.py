import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    return [x if x > 0.5 else 0.0 for x in a]


if __name__ == "__main__":
    show(work(np.random.default_rng(8).random(4)))
