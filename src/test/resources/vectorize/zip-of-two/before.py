import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    out = []
    for x, y in zip(a, b):
        out.append(x * y)
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20), r.random(20)), work(r.random(3), r.random(2)), work(r.random(2), r.random(3)))
