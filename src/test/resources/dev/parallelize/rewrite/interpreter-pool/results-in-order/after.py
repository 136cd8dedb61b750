import math
import os
from concurrent.futures import InterpreterPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    total = 0.0
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.process_cpu_count() or 1))
    with InterpreterPoolExecutor(max_workers=workers) as executor:
        values = executor.map(work, numbers)
        for n, value in zip(numbers, values):
            total += math.sqrt(value)
            print(n, value)
    return total


if __name__ == "__main__":
    print(run([4, 8, 15, 16]), run([]))
