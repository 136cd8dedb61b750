import os
from concurrent.futures import InterpreterPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


numbers = [4, 8, 15]
values = []
if __name__ == "__main__":
    workers = max(1, min(len(numbers), os.process_cpu_count() or 1))
    with InterpreterPoolExecutor(max_workers=workers) as executor:
        values.extend(executor.map(work, numbers))
    print(values)
