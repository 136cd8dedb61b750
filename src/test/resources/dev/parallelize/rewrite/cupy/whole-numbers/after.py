import cupy as cp
import numpy as np


def work(n):
    a = np.arange(n)
    out = np.zeros(n)
    a_device = cp.asarray(a)
    out[:] = cp.asnumpy(a_device * 3 - a_device / 7)
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(6))
    show(work(0))
