import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, numbers, out):
    for i in range(len(numbers)):
        out[i] = a[numbers[i]]
    return out


if __name__ == "__main__":
    show(work(np.arange(3.0), np.array([1, 2]), np.zeros(2)))
