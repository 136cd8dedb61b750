import numpy as np


def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def fill(source: np.ndarray, out: list[int]):
    for i in range(1, len(source)):
        out[i] = work(int(source[i - 1]))


print(work(3))
