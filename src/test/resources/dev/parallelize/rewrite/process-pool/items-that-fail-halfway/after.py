import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


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


def run(lines):
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = ((n, executor.submit(work, n)) for n in numbers(lines))
        for n, future in _look_ahead(futures, 2 * workers):
            print(n, future.result())


if __name__ == "__main__":
    run(["4", "8", "15", "sixteen", "23"])
