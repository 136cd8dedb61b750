import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    rising = True
    for i in range(len(a)):
        if a[i] > 2.0 and rising:
            rising = False
    return rising


if __name__ == "__main__":
    show(work(np.array([1.0, 3.0])))
