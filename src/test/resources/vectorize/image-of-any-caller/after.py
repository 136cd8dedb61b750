import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(image):
    height, width = image.shape
    out = np.zeros((height, width))
    if type(image) is np.ndarray and image.ndim == 2 and image.dtype.kind in "fiu":
        out[1:-1, 1:-1] = 0.5 * (image[:-2, 1:-1] + image[2:, 1:-1]) + image[1:-1, :-2]
    else:
        for y in range(1, height - 1):
            for x in range(1, width - 1):
                out[y, x] = 0.5 * (image[y - 1, x] + image[y + 1, x]) + image[y, x - 1]
    return out


if __name__ == "__main__":
    image = np.sin(np.linspace(0.0, 9.0, 30)).reshape(5, 6)
    show(work(image), work(image.T), work(image[:1]), work(image[::2, ::-1]))
    for kind in ("float32", "int16", "uint8"):
        show(work((image * 90).astype(kind)))
    show(work(np.matrix(image)))
    try:
        work([[1.0]])
    except AttributeError as error:
        show(str(error))
