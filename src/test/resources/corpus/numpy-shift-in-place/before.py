import numpy as np


def run(values):
    for i in range(1, len(values)):
        values[i] = values[i - 1] * 0.5
    return values


if __name__ == "__main__":
    print(run(np.array([8.0, 1.0, 1.0, 1.0])).tolist())
