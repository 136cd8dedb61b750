import numpy as np


class Field:
    def __init__(self, grid):
        self.grid = np.asarray(grid)

    def spread(self, size):
        total = 0.0
        for i in range(size, len(self.grid)):
            total += float(abs(self.grid[i] - self.grid[i - size]))
        return total

    def run(self, sizes: list[int]):
        return [self.spread(size) for size in sizes]


if __name__ == "__main__":
    print(Field([1.0, 2.0]).run([1]))
