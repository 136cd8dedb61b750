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
        if a[i] > 0:
            out[i] = np.sqrt(a[i])
        else:
            out[i] = np.exp(a[i])
    return out


if __name__ == "__main__":
    show(work(np.array([-1.0, 4.0, 0.0, float("nan")])))
