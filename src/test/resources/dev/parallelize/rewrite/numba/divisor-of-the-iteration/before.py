import numpy as np


def work(count):
    parts = np.zeros(count)
    for i in range(count):
        distance = i * 0.5 - 2.0
        parts[i] = 1.0 / distance
    return parts


try:
    print(work(9))
except ZeroDivisionError as problem:
    print(problem)
