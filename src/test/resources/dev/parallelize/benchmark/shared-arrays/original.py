import numpy as np


def roughness(grid: np.ndarray, size: int):
    total = 0.0
    for i in range(size, 40_000, 3):
        total += abs(float(grid[i]) - float(grid[i - size]))
    return total


def scan(grid: np.ndarray, sizes: list[int]):
    found = []
    for size in sizes:
        found.append(roughness(grid, size))
    return found


GRID = np.random.default_rng(1).random(4_000_000)


def main():
    return scan(GRID, list(range(1, 121)))
