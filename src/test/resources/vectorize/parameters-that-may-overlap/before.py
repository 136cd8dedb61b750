import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(factor, x, y):
    for i in range(len(y)):
        y[i] += factor * x[i]
    return y


if __name__ == "__main__":
    r = np.random.default_rng(3)
    a = r.random(20)
    show(work(2.0, r.random(20), r.random(20)))
    work(0.5, a[:-1], a[1:])
    work(0.5, a, a)
    show(a)
