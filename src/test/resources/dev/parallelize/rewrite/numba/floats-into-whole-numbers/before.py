import numpy as np


def work(count):
    marks = np.zeros(count, dtype=np.int64)
    for i in range(count):
        marks[i] = i * 0.5
    return marks


print(work(9))
