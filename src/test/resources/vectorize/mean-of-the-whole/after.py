import numpy as np

def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(matrix):
    result = np.zeros_like(matrix)
    rows, columns = matrix.shape
    if rows > 0 and columns > 0:
        result[:] = (matrix - matrix.mean()) / matrix.std()
    return result


if __name__ == "__main__":
    show(work(np.arange(12.0).reshape(3, 4) ** 1.5), work(np.ones((2, 2)) * np.arange(2.0)))
