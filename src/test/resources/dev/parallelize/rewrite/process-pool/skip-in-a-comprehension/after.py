import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    value = work(n)
    if n % 3 == 0:
        raise ValueError(n)
    return value


def _result_or_error(function, /, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return error


def run(numbers):
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(
            partial(_result_or_error, check), numbers, chunksize=chunksize
        )
        return {
            key: outcome
            for key, outcome in zip(numbers, results)
            if not isinstance(outcome, Exception)
        }, [check(n + 1) for n in numbers]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
