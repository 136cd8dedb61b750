import numpy as np


def work():
    points = np.arange(36.0).reshape(12, 3) % 7.0
    table = np.zeros((12, 12))
    for i in range(12):
        for j in range(i + 1, 12):
            total = 0.0
            for k in range(3):
                step = points[i, k] - points[j, k]
                total += step * step
            table[i, j] = np.sqrt(total)
    return table


if __name__ == "__main__":
    print(work().tolist())
