import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(matrix):
    out = np.zeros_like(matrix)
    if (
        type(matrix) is np.ndarray
        and matrix.ndim == 2
        and matrix.dtype.kind in "fiu"
        and out.dtype.kind == "f"
    ):
        out[:] = matrix / 255.0
    else:
        for i in range(matrix.shape[0]):
            for j in range(matrix.shape[1]):
                out[i, j] = matrix[i, j] / 255.0
    return out


if __name__ == "__main__":
    matrix = np.linspace(0.0, 300.0, 12).reshape(3, 4)
    show(work(matrix), work(matrix.T), work(matrix[:0]))
    show(work(matrix.astype("uint8")), work(matrix.astype("float32")), work(np.matrix(matrix)))
    try:
        work(matrix[0])
    except IndexError as error:
        show(str(error))
