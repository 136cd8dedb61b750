"""Items behind the one that decides are not looked at."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(number):
    value = number
    for k in range(2000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def _process_number(number, wanted):
    return work(number) == wanted


def holds(numbers, wanted):
    candidates = list(numbers)
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(_process_number, wanted=wanted), candidates)
        return any(results)


if __name__ == "__main__":
    print([holds(range(10, 400), wanted) for wanted in (23, 24, 25)])
