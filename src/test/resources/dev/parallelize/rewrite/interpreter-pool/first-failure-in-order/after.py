import os
from concurrent.futures import InterpreterPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    if n == 3:
        raise KeyError(n)
    value = work(n)
    if n == 2:
        raise ValueError(n)
    return value


def run(numbers):
    values = []
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.process_cpu_count() or 1))
    with InterpreterPoolExecutor(max_workers=workers) as executor:
        results = executor.map(check, numbers)
        for n, result in zip(numbers, results):
            values.append(result)
            print("checked", n)
    return values


if __name__ == "__main__":
    try:
        run([1, 2, 3])
    except (KeyError, ValueError) as problem:
        print(repr(problem))
