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


def _process_item(n):
    value = check(n)
    label = str(value)
    return value, label


def _result_or_error(function, /, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return error


def run(numbers):
    best = -1
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    errors = []
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(
            partial(_result_or_error, _process_item), numbers, chunksize=chunksize
        )
        for n, outcome in zip(numbers, results):
            if isinstance(outcome, Exception):
                errors.append(outcome)
                continue
            value, label = outcome
            print(n, label)
            best = max(best, value)
    if errors:
        raise ExceptionGroup("items failed", errors)
    return best


if __name__ == "__main__":
    print(run([1, 2]))
    try:
        print(run(range(8)))
    except ValueError:
        print("not reached with collect")
    except Exception as problem:
        print(type(problem).__name__, problem.args)
