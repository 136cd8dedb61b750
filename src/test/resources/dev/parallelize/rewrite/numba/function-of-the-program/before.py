import numpy as np


def weight(x):
    return x * 0.5


def work(numbers):
    halves = np.zeros(len(numbers))
    for i in range(len(numbers)):
        halves[i] = weight(numbers[i])
    return halves


print(work(np.arange(9.0)))
