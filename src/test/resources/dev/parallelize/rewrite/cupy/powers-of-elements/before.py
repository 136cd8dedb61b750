import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    out = np.zeros(len(a))
    for i in range(len(a)):
        out[i] = a[i] ** 2 + a[i] ** 0.5 + a[i] ** 3
    return out


if __name__ == "__main__":
    show(work(np.random.default_rng(1).uniform(0, 10, 5000)))
