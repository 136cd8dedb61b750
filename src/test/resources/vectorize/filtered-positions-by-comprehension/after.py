import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    return np.flatnonzero(a > 0.5).tolist()


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20)), work(np.zeros(0)))
