import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    out = np.zeros(len(a), dtype=object)
    for i in range(len(a)):
        out[i] = a[i] * 2
    return out


if __name__ == "__main__":
    x = work(np.array([1, 2, 3]))
    print([type(v) for v in x])
