import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a):
    out = np.zeros(len(a), dtype=np.float32)
    for i in range(len(a)):
        out[i] = a[i] * i * 0.1
    return out


if __name__ == "__main__":
    show(work(np.linspace(0, 7, 50).astype(np.float32)))
