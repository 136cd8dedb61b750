import numpy as np


def run(points):
    count = len(points)
    result = np.zeros((count, count))
    for i in range(count):
        for j in range(count):
            result[i, j] = abs(points[i] - points[j])
    return result


if __name__ == "__main__":
    print(run(np.array([1.0, 4.0, 9.0])).tolist())
