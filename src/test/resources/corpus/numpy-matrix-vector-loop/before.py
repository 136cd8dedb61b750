import numpy as np


def run(matrix, vector):
    result = np.zeros(matrix.shape[0])
    for i in range(matrix.shape[0]):
        for j in range(matrix.shape[1]):
            result[i] += matrix[i, j] * vector[j]
    return result


if __name__ == "__main__":
    print(run(np.arange(12.0).reshape(3, 4), np.arange(4.0)).tolist())
