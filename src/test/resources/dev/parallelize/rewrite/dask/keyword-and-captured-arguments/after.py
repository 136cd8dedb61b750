from functools import partial

import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def scaled(n, factor, *, offset=0):
    return work(n) * factor + offset


def run(numbers, factor):
    numbers = list(numbers)
    tasks = [dask.delayed(partial(scaled, factor=factor, offset=7))(n) for n in numbers]
    try:
        results = list(dask.compute(*tasks, scheduler="processes", chunksize=1))
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        results = list(map(partial(scaled, factor=factor, offset=7), numbers))
    return results


if __name__ == "__main__":
    print(run([4, 8, 15], 3))
