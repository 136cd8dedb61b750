import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    out = np.zeros(len(a), dtype=int)
    for i in range(len(a)):
        out[i] = a[i] * 2
    return out


if __name__ == "__main__":
    show(work(np.array([1.5, 2.5])))
    try:
        show(work(np.array([1.5, float("nan")])))
    except ValueError as e:
        print(e)
