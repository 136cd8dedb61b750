import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    for i, x in enumerate(a):
        if x != x:
            raise ValueError(f"not a number at {i}: {x!r}")
    return len(a)


if __name__ == "__main__":
    show(work(np.array([1.0, 2.0])))
    try:
        work(np.array([1.0, np.nan, np.nan]))
    except ValueError as error:
        show(str(error))
