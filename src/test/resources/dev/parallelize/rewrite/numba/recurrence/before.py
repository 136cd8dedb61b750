import numpy as np


def work(numbers):
    for i in range(1, len(numbers)):
        numbers[i] = numbers[i - 1] * 0.5 + numbers[i]


work(np.arange(9.0))
