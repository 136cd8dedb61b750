import numpy as np


def work(numbers):
    total = 0.0
    for i in range(len(numbers)):
        total += numbers[i] * 0.5
    return total


if __name__ == "__main__":
    for count in (0, 8, 64):
        total = work(np.arange(float(count)))
        print(type(total), total)
