import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(values, factor):
    out = np.zeros(len(values))
    for i, value in enumerate(values):
        out[i] = value * factor + 0.1
    return out


if __name__ == "__main__":
    numbers = np.linspace(-2.0, 2.0, 9)
    show(work(numbers, 3), work([1, 2**70, 0.5], 2), work((), 1), work(numbers[::-2], 0.1))
    for kind in ("float32", "float16", "int8", "uint8", "int64", "bool"):
        show(work((numbers * 50).astype(kind), 3), work((numbers * 50).astype(kind), 0.5))
    show(work(np.ma.array([1.0, 2.0], mask=[False, True]).filled(7.0), 2))
    show(work(np.array([1, 2**70, 0.5], dtype=object), 2))
    for wrong in (np.ones((2, 2)), np.float64(1.0), None, [[1.0, 2.0]]):
        try:
            show(work(wrong, 2))
        except (TypeError, ValueError, IndexError) as error:
            show(type(error).__name__)
