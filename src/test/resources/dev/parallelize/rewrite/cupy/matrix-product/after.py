import cupy as cp
import numpy as np


def work(a, b):
    m, p = a.shape
    n = b.shape[1]
    c = np.zeros((m, n))
    a_device = cp.asarray(a)
    b_device = cp.asarray(b)
    c_device = cp.asarray(c)
    for k in range(p):
        c_device += a_device[:, k, None] * b_device[k]
    c[:] = cp.asnumpy(c_device)
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 4)))
