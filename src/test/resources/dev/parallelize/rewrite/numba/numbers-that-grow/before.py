import numpy as np


def work(count):
    marks = np.zeros(count)
    for i in range(count):
        seed = 1
        for k in range(40):
            seed = seed * 31 + k
        marks[i] = seed % 1000
    return marks


print(work(5))
