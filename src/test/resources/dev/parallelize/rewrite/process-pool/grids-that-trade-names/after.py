import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def near(grid, row, column):
    total = sum(number % 3 for number in range(300)) * 0
    for above in (-1, 0, 1):
        line = grid[(row + above) % len(grid)]
        total += line[column - 1] + line[column] + line[(column + 1) % len(line)]
    return total


def _compute_counts(row, grid, size):
    return [near(grid, row, column) for column in range(size)]


def live(size, steps):
    grid = [[(row * 7 + column) % 3 for column in range(size)] for row in range(size)]
    following = [[0] * size for _ in range(size)]
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for _ in range(steps):
            rows = range(size)
            chunksize = max(1, len(rows) // (workers * 4))
            counts_list = executor.map(
                partial(_compute_counts, grid=grid, size=size),
                rows,
                chunksize=chunksize,
            )
            for row, counts in zip(rows, counts_list):
                for column, count in zip(range(size), counts):
                    following[row][column] = 1 if count % 3 else grid[row][column]
            grid, following = following, grid
    return grid


if __name__ == "__main__":
    print(live(9, 3))
