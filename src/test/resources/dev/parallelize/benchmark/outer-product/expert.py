import numpy as np


def outer(a, b):
    return np.outer(a, b)


def main():
    return float(outer(np.arange(1_000.0), np.arange(800.0)).sum())
