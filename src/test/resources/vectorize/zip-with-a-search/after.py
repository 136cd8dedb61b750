import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    best = 0.0
    at = -1
    if len(a) > 0:
        i = int(np.argmax(np.fmax(a - b, -np.inf)))
        x = a[i]
        y = b[i]
        if x - y > best:
            best = x - y
            at = i
    return best, at


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20), r.random(20)), work(np.zeros(2), np.zeros(2)))
