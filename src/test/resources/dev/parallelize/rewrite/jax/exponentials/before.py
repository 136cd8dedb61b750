import numpy as np


def work(a, scale):
    out = np.empty(len(a))
    for i in range(len(a)):
        out[i] = np.exp(-a[i]) / scale
    return out


if __name__ == "__main__":
    print([f"{value:.12f}" for value in work(np.linspace(0.0, 3.0, 9), 2.5)])
