import numpy as np


def outer(a, b):
    result = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            result[i, j] = a[i] * b[j]
    return result


def main():
    return float(outer(np.arange(1_000.0), np.arange(800.0)).sum())
