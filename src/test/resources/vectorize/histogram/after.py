import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(labels, k: int):
    counts = np.zeros(k, dtype=int)
    np.add.at(counts, labels, 1)
    return counts


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.integers(0, 10, 500), 10), work(r.integers(-3, 3, 50), 3), work(np.zeros(0, dtype=int), 3))
    try:
        work(np.array([1, 5]), 3)
    except IndexError as error:
        show(str(error))
