"""What was printed before an item fails stays printed: its results must not be lost with a chunk."""

import os
from concurrent.futures import ProcessPoolExecutor


def work(number):
    value = number
    for k in range(2000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def show(numbers):
    items = list(numbers)
    workers = max(1, min(len(items), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, items)
        for number, result in zip(numbers, results):
            print(number, result)


if __name__ == "__main__":
    for last in (30, 40, 60):
        try:
            show(range(15, last))
        except ZeroDivisionError as error:
            print(error)
