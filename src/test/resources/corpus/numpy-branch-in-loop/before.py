import numpy as np


def run(values, limit):
    result = np.zeros_like(values)
    for i in range(len(values)):
        if values[i] > limit:
            result[i] = values[i] - limit
        else:
            result[i] = 0.0
    return result


if __name__ == "__main__":
    print(run(np.array([1.0, 5.0, 3.0, 8.0]), 2.5).tolist())
