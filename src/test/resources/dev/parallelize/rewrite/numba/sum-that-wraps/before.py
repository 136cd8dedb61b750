import numpy as np


def work(numbers):
    total = 0
    for i in range(len(numbers)):
        total += numbers[i] * 3
    return total


if __name__ == "__main__":
    huge = np.zeros(3, dtype=np.int64)
    huge[:] = 2**61
    ordinary = work(np.arange(50))
    wrapped = work(huge)
    nothing = work(np.arange(0))
    for total in (ordinary, wrapped, nothing):
        print(type(total), total)
