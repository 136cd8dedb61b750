import os
from concurrent.futures import InterpreterPoolExecutor
from functools import partial


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_item(n, rate, names):
    return (work(n) * rate, names[n])


def run(numbers, rate, names):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.process_cpu_count() or 1))
    with InterpreterPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(_process_item, rate=rate, names=names), numbers)
        return list(results)


if __name__ == "__main__":
    print(run([0, 1], 2.5, {0: "a", 1: "b"}))
