import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(labels, w):
    counts = np.zeros(3, dtype=int)
    for i in range(len(labels)):
        counts[labels[i]] += w[i]
    return counts


if __name__ == "__main__":
    try:
        show(work(np.array([1, 0, 2]), np.array([0.5, 1.5, 2.5])))
    except TypeError as error:
        show("type error")
