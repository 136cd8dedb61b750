import numpy as np

def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a))
    for i in range(len(a)):
        if a[i] > 0:
            out[i] = a[i] - a.mean()
    return out


if __name__ == "__main__":
    show(work(np.array([3.0, -1.0, 2.0])))
