import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(counts, labels):
    for i in range(len(labels)):
        counts[labels[i]] += 1
    return counts


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(np.zeros(10, dtype=int), r.integers(0, 10, 500)))
