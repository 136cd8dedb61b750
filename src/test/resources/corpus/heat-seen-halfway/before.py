import numpy as np


def simulate(u, alpha, steps):
    n = len(u)
    new = u.copy()
    for _ in range(steps):
        for i in range(1, n - 1):
            new[i] = u[i] + alpha * (u[i - 1] - 2 * u[i] + u[i + 1])
        u = new
    return u


if __name__ == "__main__":
    bar = np.zeros(30)
    bar[10] = 100.0
    print(simulate(bar, 0.1, 20).round(4))
