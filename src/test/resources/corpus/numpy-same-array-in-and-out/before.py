import numpy as np


def run(source, target):
    for i in range(len(source)):
        target[i] = source[i] + 1.0
    return target


if __name__ == "__main__":
    data = np.zeros(5)
    run(data[:-1], data[1:])
    print(data.tolist())
