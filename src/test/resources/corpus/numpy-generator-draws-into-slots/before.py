import numpy as np


def walk(n, rng):
    steps = np.zeros(n)
    for i in range(n):
        steps[i] = rng.standard_normal()
    return steps


if __name__ == "__main__":
    print(walk(5, np.random.default_rng(7)).tolist())
