import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.tobytes().hex())
        else:
            print(repr(a))


def work(a, b):
    c = np.zeros(len(a))
    if len(a) <= len(b):
        c[:] = a * b[: len(a)]
    else:
        for i in range(len(a)):
            c[i] = a[i] * b[i]
    return c


if __name__ == "__main__":
    show(work(np.arange(4.0), np.arange(4.0)))
    try:
        show(work(np.arange(4.0), np.ones(1)))
    except Exception as e:
        print(type(e), e)
