"""The failure of an item comes before that of a later row."""

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor


def work(number):
    value = number
    for k in range(60_000):
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


def show(rows):
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = (
            executor.submit(work, cell) for row in rows for cell in row.get("cells")
        )
        results = [future.result() for future in _look_ahead(futures, 2 * workers)]
    print(results)


if __name__ == "__main__":
    for rows in (
        [{"cells": [1, 2]}, {"cells": [3, 26]}, {"cell": [4]}],
        [{"cells": [1, 2]}, {"cell": [4]}, {"cells": [26]}],
        [{"cells": [1, 2]}, {"cells": [4]}],
    ):
        try:
            show(rows)
        except (KeyError, TypeError, ZeroDivisionError) as error:
            print(repr(error))
