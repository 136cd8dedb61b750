import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, key):
    for i in range(len(a)):
        if a[i] == key:
            found = True
            break
    return i


if __name__ == "__main__":
    show(work(np.array([4, 4, 5, 4, 4]), 5))
