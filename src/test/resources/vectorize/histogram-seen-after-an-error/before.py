import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(labels):
    counts = np.zeros(3, dtype=int)
    try:
        for i in range(len(labels)):
            counts[labels[i]] += 1
    except IndexError:
        pass
    return counts


if __name__ == "__main__":
    show(work(np.array([1, 2, 5, 1])))
