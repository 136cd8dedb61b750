import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, mode, m):
    n = len(a)
    out = np.zeros(n)
    for i in range(n):
        s = 0.0
        for k in range(m):
            if k % 2 == 0:
                s += a[i]
            else:
                s -= a[i] * k
        if mode == "neg":
            out[i] = -s
        else:
            out[i] = s
    return out


if __name__ == "__main__":
    show(work(np.arange(4.0), "neg", 3), work(np.arange(4.0), "pos", 0), work(np.zeros(0), "x", 2))
