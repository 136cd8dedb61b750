import numpy as np


def work(values):
    out = np.zeros(len(values))
    for i in range(len(values)):
        out[i] = values[i] * 2
    return out


if __name__ == "__main__":
    print(work([1, 2, 3]))
