import numpy as np


def work(count, spacing: float):
    slopes = np.zeros(count)
    for i in range(count):
        position = i * 0.25
        slopes[i] = position * position / spacing
    return slopes


if __name__ == "__main__":
    print(work(6, 0.5).tolist())
    try:
        print(work(6, 0.0))
    except ZeroDivisionError as problem:
        print(problem)
