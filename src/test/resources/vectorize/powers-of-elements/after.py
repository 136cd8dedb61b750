import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    out = np.float_power(a, 2) + np.float_power(a, 0.5) + np.float_power(a, 3)
    return out


if __name__ == "__main__":
    show(work(np.random.default_rng(1).uniform(0, 10, 5000)))
