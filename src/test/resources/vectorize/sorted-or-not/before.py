import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    for i in range(len(a) - 1):
        if not a[i] <= a[i + 1]:
            return False
    return True


if __name__ == "__main__":
    nan = float("nan")
    show(work(np.array([1.0, 2.0, 2.0])), work(np.array([1.0, nan])), work(np.zeros(0)), work(np.zeros(1)), work(np.array([2.0, 1.0])))
