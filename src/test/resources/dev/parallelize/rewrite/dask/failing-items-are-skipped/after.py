from functools import partial

import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    if n % 3 == 0:
        raise ValueError(n)
    return work(n)


def _result_or_error(function, /, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return error


def run(numbers):
    total = 0
    numbers = list(numbers)
    tasks = [dask.delayed(partial(_result_or_error, check))(n) for n in numbers]
    results = dask.compute(*tasks, scheduler="processes", chunksize=1)
    for result in results:
        if isinstance(result, Exception):
            continue
        total += result
    return total


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 6]))
