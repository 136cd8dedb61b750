import numpy as np


def simulate(n):
    total = 0.0
    for _ in range(60):
        total += float(np.random.uniform(0, n, 20).sum())
    return round(total, 6)


def run(sizes):
    results = []
    for n in sizes:
        results.append(simulate(n))
    return results


if __name__ == "__main__":
    np.random.seed(4)
    print(run([1.0, 1.0, 1.0]))
