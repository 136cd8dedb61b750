import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = [1]
    half = a / 2
    out.extend(half - 1.0)
    return out


if __name__ == "__main__":
    show(work(np.random.default_rng(8).random(4)))
    show(work(np.zeros(0)))
