import numpy as np


def work(order, numbers):
    chosen = np.zeros(len(order))
    for i in range(len(order)):
        chosen[i] = numbers[order[i]]
    return chosen


print(work(np.array([2, 0, 1]), np.arange(3.0)))
