import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a, numbers):
    out = np.zeros(len(numbers))
    for i in range(len(numbers)):
        out[i] = a[numbers[i]] * 2.0
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(7), r.integers(-7, 7, 30)), work(r.random(7), np.zeros(0, dtype=int)))
    try:
        work(np.zeros(3), np.array([1, 3]))
    except IndexError as error:
        show(str(error))
