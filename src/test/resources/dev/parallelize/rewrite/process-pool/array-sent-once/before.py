import numpy as np


def work(grid, n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total + float(grid[n])


def run(grid: np.ndarray, numbers):
    return {n: work(grid, n) for n in numbers}


if __name__ == "__main__":
    print(run(np.arange(20.0), [4, 8, 15]), run(np.arange(2.0), []))
