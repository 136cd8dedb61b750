"""The hit comes right before an item that fails: it must not be lost with the other's chunk."""

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor


def work(number):
    value = number
    for k in range(2000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def _look_ahead(items, count):
    """Yield the items in order, with the next `count` of them taken already."""
    taken = deque()
    for item in items:
        taken.append(item)
        if len(taken) > count:
            yield taken.popleft()
    yield from taken


def first(numbers, wanted):
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = ((number, executor.submit(work, number)) for number in numbers)
        for number, future in _look_ahead(futures, 2 * workers):
            if future.result() == wanted:
                executor.shutdown(wait=False, cancel_futures=True)
                return number
    return None


if __name__ == "__main__":
    print([first(range(10, 400), wanted) for wanted in (23, 24, 25)])
