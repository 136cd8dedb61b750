import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = []
    for i, x in enumerate(a):
        if x > 0.5:
            out.append(i)
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20)), work(np.zeros(0)))
