import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    if np.any(~(a[:-1] <= a[1:])):
        return False
    return True


if __name__ == "__main__":
    nan = float("nan")
    show(work(np.array([1.0, 2.0, 2.0])), work(np.array([1.0, nan])), work(np.zeros(0)), work(np.zeros(1)), work(np.array([2.0, 1.0])))
