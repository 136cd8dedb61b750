import numpy as np


def run(values):
    result = np.empty(len(values))
    for i in range(len(values)):
        result[i] = values[i] * 2.5 + values[i] ** 2
    return result


if __name__ == "__main__":
    print(run(np.arange(6.0)).tolist())
