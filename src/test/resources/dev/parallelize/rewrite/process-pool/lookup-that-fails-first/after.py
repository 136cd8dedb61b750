"""What the loop does with a result fails before a later item does: the first failure is seen."""

import os
from concurrent.futures import ProcessPoolExecutor


def work(number):
    value = number
    for k in range(2000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def names(numbers, known):
    found = []
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for result in executor.map(work, numbers):
            found.append(known[result])
    return found


if __name__ == "__main__":
    for last in (24, 25, 26, 27):
        try:
            print(names(range(20, 40), {n: str(n) for n in range(last)}))
        except (KeyError, ZeroDivisionError) as error:
            print(repr(error))
