import numpy as np


def relax(window):
    for _ in range(100):
        window[1:-1] = (window[:-2] + window[2:]) / 2.0


def run(values):
    for start in range(0, len(values) - 4, 2):
        relax(values[start : start + 5])
    return values


if __name__ == "__main__":
    print(run(np.arange(11.0) ** 2 % 13.0).round(6).tolist())
