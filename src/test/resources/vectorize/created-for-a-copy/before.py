import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.empty(len(a))  # filled below
    # every second element follows
    for i in range(len(a)):
        out[i] = a[i]
    return out


if __name__ == "__main__":
    a = np.arange(8.0)
    b = a[::2]
    c = work(b)
    b[0] = 9.0
    show(c, work(a), work(np.zeros(0)))
