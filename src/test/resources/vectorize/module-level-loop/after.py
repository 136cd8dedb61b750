import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))




if __name__ == "__main__":
    n = 6
    a = np.arange(6.0)
    out = a * 2
    show(out)
