"""Doc."""

import numpy as np


def work(n):
    t = 0
    for k in range(60_000):
        t += n * k
    return t


def run(xs, a):
    return [work(x + a) for x in xs]


if __name__ == "__main__":
    print(run([1, 2], 3), np.pi)
