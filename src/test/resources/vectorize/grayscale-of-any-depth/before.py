import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(image):
    height, width, _ = image.shape
    gray = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            r, g, b = image[i, j]
            gray[i, j] = (r + g + b) / 3
    return gray


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random((4, 5, 3))), work(r.random((0, 5, 4))))
    try:
        work(r.random((1, 1, 4)))
    except ValueError as error:
        show(str(error))
