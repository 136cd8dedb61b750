import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, b):
    out = np.zeros(len(a))
    out[:] = a + b
    return out


if __name__ == "__main__":
    show(work(np.array([True, True, False]), np.array([True, False, False])))
