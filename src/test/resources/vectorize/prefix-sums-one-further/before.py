import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a) + 1)
    for i in range(len(a)):
        out[i + 1] = a[i] * 0.5 + out[i]
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(1001)), work(np.zeros(0)), work(np.array([-0.0])))
