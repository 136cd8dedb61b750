import numpy as np
from numba import njit, prange


@njit(parallel=True, error_model="numpy")
def _fill_out(height, image, out, width):
    for y in prange(1, height - 1):
        for x in range(1, width - 1):
            out[y, x] = 0.5 * (image[y - 1, x] + image[y + 1, x]) + image[y, x - 1]


def work(image):
    height, width = image.shape
    out = np.zeros((height, width))
    if type(image) is np.ndarray and image.ndim == 2 and image.dtype == "float64":
        _fill_out(height, image, out, width)
    else:
        for y in range(1, height - 1):
            for x in range(1, width - 1):
                out[y, x] = 0.5 * (image[y - 1, x] + image[y + 1, x]) + image[y, x - 1]
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    image = np.sin(np.linspace(0.0, 9.0, 30)).reshape(5, 6)
    show(work(image))
    show(work(image.T))
    show(work((image * 90).astype("uint8")))
    show(work(np.matrix(image)))
