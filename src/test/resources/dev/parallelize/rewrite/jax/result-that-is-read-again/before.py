import numpy as np


def work(a):
    first = np.zeros(len(a))
    second = np.zeros(len(a))
    for i in range(len(a)):
        first[i] = a[i] * 2.0
        second[i] = first[i] + a[i]
    return first, second


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    for each in work(np.linspace(0.0, 1.0, 5)):
        show(each)
