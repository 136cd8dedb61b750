import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    out[1:-1:3] = a[:-2:3] + a[2::3] * 0.5
    return out


if __name__ == "__main__":
    for n in range(9):
        show(work(np.linspace(0.0, 1.0, n)))
