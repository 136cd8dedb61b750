import time

import dask


class Missing(Exception):
    pass


def load(n):
    if n == 2:
        time.sleep(0.4)
        raise Missing("two")
    if n == 5:
        raise ValueError("five")
    return sum(k * n for k in range(30_000))


def run(numbers):
    seen = []
    try:
        items = list(numbers)
        tasks = [dask.delayed(load)(n) for n in items]
        try:
            values = dask.compute(*tasks, scheduler="processes", chunksize=1)
        except Exception:
            # Dask raises what failed first in time, the loop what comes first.
            values = map(load, items)
        for n, value in zip(items, values):
            seen.append((n, value))
            print("loaded", n)
    except (Missing, ValueError) as problem:
        print(type(problem).__name__, problem)
    return seen


if __name__ == "__main__":
    print(run([1, 3, 2, 5, 4]))
    print(run([5, 2]))
    print(run([1, 4]))
