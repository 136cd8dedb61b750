import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(values):
    out = values.copy()
    if len(values) <= len(out) and out.ndim == 1 and out.dtype.kind == "f":
        out[: len(values)] = values[:] * 3
    else:
        for i in range(len(values)):
            out[i] = values[i] * 3
    return out / 2


if __name__ == "__main__":
    values = np.arange(5)
    for _ in range(3):
        values = work(values)
    show(values)
