import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    n = len(a)
    out = np.zeros(n)
    for i in range(2, n - 2):
        out[i] = (a[i - 2] + a[i + 2] + a[i]) / 3
    return out


if __name__ == "__main__":
    for n in range(8):
        show(work(np.arange(float(n))))
