import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, b):
    out = np.ones(len(a))
    for i in range(len(a)):
        if b[i] > 0:
            if a[i] > 0:
                out[i] = a[i] / b[i]
            else:
                out[i] = -1.0
        elif b[i] < -0.5:
            out[i] *= 2.0
    return out


if __name__ == "__main__":
    r = np.random.default_rng(2)
    show(work(r.uniform(-1, 1, 100), np.round(r.uniform(-1, 1, 100), 1)))
