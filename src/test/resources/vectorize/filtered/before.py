import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, limit):
    out = []
    for i in range(len(a)):
        if a[i] > limit:
            out.append(a[i])
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20), 0.5), work(np.zeros(0), 0.5), work(np.array([np.nan, 1.0]), 0.5))
