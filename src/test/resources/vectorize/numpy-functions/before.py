import numpy as np


def work(angles):
    wave = np.zeros(len(angles))
    for k in range(len(angles)):
        wave[k] = np.sin(angles[k]) * np.exp(-abs(angles[k]))
    return wave


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(-3.0, 3.0, 1001)))
