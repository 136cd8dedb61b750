import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    return list(a[(0.25 < a) & (a < 0.75)] * 2.0)


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20)), work(np.zeros(0)))
