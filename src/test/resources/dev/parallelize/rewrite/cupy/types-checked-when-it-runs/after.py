import cupy as cp
import numpy as np


def work(values):
    a = np.asarray(values)
    out = np.zeros(len(a))
    if a.dtype == "float64":
        a_device = cp.asarray(a)
        out[:] = cp.asnumpy(a_device[:] * 0.1 + 1.0)
    else:
        for i in range(len(a)):
            out[i] = a[i] * 0.1 + 1.0
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work([0.5, 2.0, -3.0]))
    show(work(np.array([0.5, 2.0, -3.0], dtype="float32")))
    show(work(np.array([1, 2, 3], dtype="int16")))
    show(work([]))
