import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    gap = a - b
    hits = (gap > 0.5) | (gap < -0.5)
    if hits.any():
        i = int(hits.argmax())
        return i, a[i], gap[i]
    return None


if __name__ == "__main__":
    show(work(np.array([1.0, 2.0, 3.0, 9.0]), np.array([1.0, 2.0, 4.0, 0.0])), work(np.zeros(3), np.zeros(3)), work(np.zeros(0), np.zeros(0)))
