import numpy as np


def work(numbers):
    total = 0.0
    for i in range(len(numbers)):
        total += numbers[i]
    return total


print(work(np.arange(9.0)))
