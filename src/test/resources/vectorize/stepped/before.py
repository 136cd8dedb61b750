import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    for i in range(1, len(a) - 1, 3):
        out[i] = a[i - 1] + a[i + 1] * 0.5
    return out


if __name__ == "__main__":
    for n in range(9):
        show(work(np.linspace(0.0, 1.0, n)))
