import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(p):
    n = p.shape[0]
    d = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            s = 0.0
            for k in range(p.shape[1]):
                diff = p[i, k] - p[j, k]
                s += diff * diff
            d[i, j] = np.sqrt(s)
    return d


if __name__ == "__main__":
    show(work(np.random.default_rng(8).random((5, 3))))
