import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    total = 0.0
    if len(a) > 0:
        total = np.cumsum(np.append(total, a * b))[-1]
    return total


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(20), r.random(20)))
