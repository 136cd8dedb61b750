import numpy as np

def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a: np.ndarray):
    out = np.empty(len(a))
    if len(a) > 0:
        out[:] = a / np.max(a)
    return out


if __name__ == "__main__":
    show(work(np.array([3.0, 1.0, 2.0])), work(np.array([3, 1, 2])), work(np.zeros(0)))
