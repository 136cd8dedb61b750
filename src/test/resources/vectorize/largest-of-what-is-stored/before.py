import numpy as np

def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    for i in range(len(a)):
        a[i] = a[i] / a.max()
    return a


if __name__ == "__main__":
    show(work(np.array([3.0, 1.0, 2.0])))
