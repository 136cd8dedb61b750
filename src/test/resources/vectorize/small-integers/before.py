import numpy as np


def work(pixels: np.ndarray):
    n = len(pixels)
    out = np.zeros(n, dtype=np.uint8)
    for i in range(n):
        out[i] = pixels[i] + pixels[i]
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.array([200, 100, 3], dtype=np.uint8)))
