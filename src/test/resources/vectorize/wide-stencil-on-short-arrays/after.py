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
    out[2:-2] = (a[:-4] + a[4:] + a[2:-2]) / 3
    return out


if __name__ == "__main__":
    for n in range(8):
        show(work(np.arange(float(n))))
