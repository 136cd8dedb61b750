import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, lo, hi):
    out = np.where(hi < (np.where(lo > a, lo, a)), hi, np.where(lo > a, lo, a))
    return out


if __name__ == "__main__":
    show(work(np.array([0.0, -0.0, float("nan"), 5.0, -5.0]), -0.0, 1.0))
    show(work(np.array([0.0, -0.0, float("nan"), 5.0, -5.0]), 0, 1))
