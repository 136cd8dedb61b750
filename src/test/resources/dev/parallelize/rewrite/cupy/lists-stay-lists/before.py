import numpy as np


def work(a: list[float], b: list[float]):
    c = [0.0] * len(a)
    for i in range(len(a)):
        c[i] = a[i] + b[i]
    return np.array(c)


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work([1.0, 2.0], [3.0, 4.0]))
