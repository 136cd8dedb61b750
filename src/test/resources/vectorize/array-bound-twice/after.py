import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(n):
    x = np.zeros(5)
    y = x * 2.0
    x = np.ones(n)
    if not np.may_share_memory(y, x) and len(x) <= len(y):
        y[: len(x)] = x + 1
    else:
        for i in range(len(x)):
            y[i] = x[i] + 1
    return y


if __name__ == "__main__":
    show(work(3), work(5))
    try:
        work(6)
    except IndexError as e:
        print(e)
