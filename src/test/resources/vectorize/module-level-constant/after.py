import numpy as np


COUNT = 6


def work():
    squares = np.arange(COUNT) * np.arange(COUNT) + 0.5
    return squares


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work())
