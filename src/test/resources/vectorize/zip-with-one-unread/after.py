import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    total = 0.0
    if len(a) > 0 and len(a) <= len(b):
        total = np.cumsum(np.append(total, a))[-1]
    else:
        for x, y in zip(a, b):
            total += x
    return total


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(4), r.random(2)))
