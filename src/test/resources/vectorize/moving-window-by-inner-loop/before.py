import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, w: int):
    n = len(a) - w + 1
    out = np.zeros(max(n, 0))
    for i in range(n):
        s = 0.0
        for j in range(w):
            s += a[i + j]
        out[i] = s / w
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20), 3), work(r.random(3), 3), work(r.random(2), 3))
