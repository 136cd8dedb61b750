import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, key):
    index = -1
    for i in range(2, len(a)):
        if a[i] == key:
            index = i
            break
    return index


if __name__ == "__main__":
    show(work(np.array([4, 4, 5, 4, 4]), 4), work(np.array([4, 4, 5]), 4), work(np.array([4]), 4))
