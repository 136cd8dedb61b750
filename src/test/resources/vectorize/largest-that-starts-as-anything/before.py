import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, start):
    best = start
    for x in a:
        if x > best:
            best = x
    return best


class Upside:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other < self.value

    def __gt__(self, other):
        return other > self.value


if __name__ == "__main__":
    show(work(np.array([3.0, 5.0, 2.0]), Upside(4.0)))
