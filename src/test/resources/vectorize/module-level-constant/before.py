import numpy as np


COUNT = 6


def work():
    squares = np.zeros(COUNT)
    for i in range(COUNT):
        squares[i] = i * i + 0.5
    return squares


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work())
