import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, b):
    out = np.ones(len(a))
    mask = b > 0
    mask_2 = mask & (a > 0)
    out[mask_2] = a[mask_2] / b[mask_2]
    out[mask & ~mask_2] = -1.0
    mask_3 = ~mask & (b < -0.5)
    out[mask_3] *= 2.0
    return out


if __name__ == "__main__":
    r = np.random.default_rng(2)
    show(work(r.uniform(-1, 1, 100), np.round(r.uniform(-1, 1, 100), 1)))
