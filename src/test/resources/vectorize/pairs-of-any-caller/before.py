import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, b):
    out = np.zeros(len(a))
    for i, (x, y) in enumerate(zip(a, b)):
        out[i] = x * x + y
    return out


if __name__ == "__main__":
    a = np.linspace(0.0, 1.0, 5)
    b = np.arange(7)
    show(work(a, b), work(b, a), work(a, list(b)), work(list(a), b), work(a, a[:0]))
    show(work(a.astype("float32"), b), work(b.astype("int8"), b.astype("int8")))
