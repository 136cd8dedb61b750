"""A module that others import: what it defines and sets up stays where it is."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor

sys.setrecursionlimit(4000)
TABLE = [number * number for number in range(5000)]


def depth(number):
    return 0 if number == 0 else 1 + depth(number - 1)


def score(number):
    total = depth(2000)
    for square in TABLE:
        total += (square * number) % 7
    return total


def main():
    numbers = range(8)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        scores = list(executor.map(score, numbers, chunksize=chunksize))
    print(scores)


if __name__ == "__main__":
    main()
