import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    for i in range(1, len(a)):
        a[i] *= a[i - 1]
    return a


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(30)), work(r.random(30)[::-3]), work(np.zeros(0)), work(np.ones(1)))
