import numpy as np


def work(a: np.ndarray):
    block = np.zeros((4, 4))
    block[:] = a[2:6, 3:7]
    return block


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.arange(100.0).reshape(10, 10)))
