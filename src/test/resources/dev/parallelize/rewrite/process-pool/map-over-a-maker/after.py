"""The same for a call of map."""

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor


def work(number):
    value = number
    for k in range(20000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def numbers(lines):
    for line in lines:
        yield int(line)


def _look_ahead(items, count):
    """Yield the items in order, with the next `count` of them taken already."""
    items = iter(items)
    taken = deque()
    failure = None
    while failure is None:
        try:
            taken.append(next(items))
        except StopIteration:
            break
        except Exception as error:
            failure = error
        if len(taken) > count:
            yield taken.popleft()
    yield from taken
    if failure is not None:
        raise failure


def results(lines):
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = (executor.submit(work, item) for item in numbers(lines))
        return list(future.result() for future in _look_ahead(futures, 2 * workers))


if __name__ == "__main__":
    for lines in (["20", "26", "x"], ["20", "x", "26"], ["20", "21"]):
        try:
            print(results(lines))
        except (ValueError, ZeroDivisionError) as error:
            print(repr(error))
