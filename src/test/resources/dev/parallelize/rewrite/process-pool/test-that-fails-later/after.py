"""The test would fail for an item that the loop never comes to."""

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor


def work(number):
    value = number
    for k in range(20000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


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


def first(numbers, weights, wanted):
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = (
            (number, executor.submit(work, number) if weights[number] > 0 else None)
            for number in numbers
        )
        for number, future in _look_ahead(futures, 2 * workers):
            if weights[number] > 0:
                result = future.result()
                if result == wanted:
                    executor.shutdown(wait=False, cancel_futures=True)
                    return result
    return None


if __name__ == "__main__":
    print(first([20, 21, 22, 23, 24, 25, 30, 31], {n: n for n in range(26)}, 23))
