import os
import time
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_value(value):
    started = time.perf_counter()
    return work(value), time.perf_counter() - started


def run(values):
    seconds = 0.0
    results = []
    values = list(values)
    workers = max(1, min(len(values), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for result, result_2 in executor.map(_process_value, values):
            results.append(result)
            seconds += result_2
    print(f"{seconds / 1000:.0f}")
    return results


if __name__ == "__main__":
    print(run(list(range(2, 30))))
