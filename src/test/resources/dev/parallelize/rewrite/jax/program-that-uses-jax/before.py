import jax
import numpy as np


def work(a):
    out = np.zeros(len(a))
    for i in range(len(a)):
        out[i] = a[i] * 2.0
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.0, 1.0, 5)))
    print(jax.numpy.ones(2).dtype)
