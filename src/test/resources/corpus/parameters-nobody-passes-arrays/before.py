import numpy as np


def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def fill(source: np.ndarray, out: np.ndarray):
    for i in range(len(source)):
        out[i] = work(int(source[i]))


print(work(3))
