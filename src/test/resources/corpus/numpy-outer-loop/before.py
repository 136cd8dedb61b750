import numpy as np


def run(left, right):
    result = np.zeros((len(left), len(right)))
    for i in range(len(left)):
        for j in range(len(right)):
            result[i, j] = left[i] * right[j]
    return result


if __name__ == "__main__":
    print(run(np.arange(3.0), np.arange(4.0)).tolist())
