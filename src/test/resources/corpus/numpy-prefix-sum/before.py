import numpy as np


def run(values):
    result = np.zeros(len(values))
    result[0] = values[0]
    for i in range(1, len(values)):
        result[i] = result[i - 1] + values[i]
    return result


if __name__ == "__main__":
    print(run(np.arange(6.0)).tolist())
