import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, b):
    out = np.zeros(len(a))
    for i in range(len(a)):
        if a[i] < 0.0:
            continue
        y = a[i] * 2.0
        out[i] = y + b[i]
        b[i] = y
    return out


if __name__ == "__main__":
    r = np.random.default_rng(2)
    b = r.random(50)
    show(work(r.uniform(-1, 1, 50), b), b)
