import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _result_or_error(function, /, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return error


def run(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        if len(numbers) < 10:
            values = list(map(partial(_result_or_error, work), numbers))
        else:
            values = list(
                executor.map(
                    partial(_result_or_error, work), numbers, chunksize=chunksize
                )
            )
    return values


if __name__ == "__main__":
    print(run([4, 8, 15]), run(range(12)))
