import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    out[0] = a[0]
    for i in range(1, len(a)):
        out[i] = out[i - 1] + a[i]
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(1001)), work(np.array([-0.0, -0.0])), work(np.ones(1)), work(np.array([1.0, float("nan"), 2.0])))
