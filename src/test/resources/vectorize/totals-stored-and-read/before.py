import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    total = 0
    for i, x in enumerate(a):
        out[i] = total
        total = total + x * 0.5
    return out, total


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(*work(r.random(1001)), *work(np.array([-0.0, -0.0])), *work(np.zeros(0)))
