import numpy as np


def work(angles):
    wave = np.sin(angles) * np.exp(-np.abs(angles))
    return wave


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(-3.0, 3.0, 1001)))
