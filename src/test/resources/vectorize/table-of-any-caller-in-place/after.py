import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(table):
    rows, columns = table.shape
    if table.dtype.kind == "f":
        table[:] = table * 2
    else:
        for r in range(rows):
            for c in range(columns):
                table[r, c] = table[r, c] * 2
    return table


if __name__ == "__main__":
    table = np.linspace(-1.0, 1.0, 12).reshape(3, 4)
    show(work(table), work(table[:, ::2]), work(table[:0]))
    show(work((table * 100).astype("int8")), work(table.astype("float32")))
