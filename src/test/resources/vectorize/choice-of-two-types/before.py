import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    out = np.zeros(len(a))
    for i in range(len(a)):
        x = a[i] if a[i] > 2 else 0.5
        out[i] = x * 3
    return out


if __name__ == "__main__":
    show(work(np.array([9007199254740993, 1, 3])))
