# What is left in the parent depends on the order: sums, the last item, the best so far, the length of a list, an early end.
import functools
import os
import time


@functools.lru_cache(maxsize=None)
def slow_square(x):
    return x * x


def work(x, n):
    began = time.perf_counter()
    known = os.path.exists("part-%d.txt" % (x % 3))
    value = slow_square(x) + n
    return value, known and x < 0, time.perf_counter() - began > 5


def run(items, n):
    rows = []
    last = 0
    best = None
    for x in items:
        value, known, late = work(x, n)
        step = value - last
        last = value
        if best is None or value > best:
            best = value
        rows.append((len(rows), x, value, step, known, late))
        print(len(rows), x, value, step)
        if len(rows) == 7:
            break
    return rows, best


def sums(items):
    total = 0.0
    for x in items:
        share = x / 4
        total += share
    return total


if __name__ == "__main__":
    print(run(list(range(9)), 3))
    print(sums(list(range(12))))
# --- transformed
import functools
import os
import time
from concurrent.futures import ProcessPoolExecutor


@functools.lru_cache(maxsize=None)
def slow_square(x):
    return x * x


def work(x, n):
    began = time.perf_counter()
    known = os.path.exists("part-%d.txt" % (x % 3))
    value = slow_square(x) + n
    return value, known and x < 0, time.perf_counter() - began > 5


def run(items, n):
    rows = []
    last = 0
    best = None
    with ProcessPoolExecutor() as executor:
        for x, (value, known, late) in zip(items, executor.map(work, items, [n] * len(items))):
            step = value - last
            last = value
            if best is None or value > best:
                best = value
            rows.append((len(rows), x, value, step, known, late))
            print(len(rows), x, value, step)
            if len(rows) == 7:
                break
    return rows, best


def sum_of_chunk(items):
    total = 0.0
    for x in items:
        share = x / 4
        total += share
    return total


def sums(items):
    with ProcessPoolExecutor() as executor:
        return sum(executor.map(sum_of_chunk, [items[:6], items[6:]]))


if __name__ == "__main__":
    print(run(list(range(9)), 3))
    print(sums(list(range(12))))
