import numpy as np


def run(values):
    result = np.zeros(len(values) - 2)
    for i in range(len(values) - 2):
        result[i] = (values[i] + values[i + 1] + values[i + 2]) / 3.0
    return result


if __name__ == "__main__":
    print(run(np.arange(7.0) ** 2).tolist())
