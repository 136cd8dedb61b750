import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _initialize_worker(values):
    global _values
    _values = values


def _work_for_item(i):
    values = _values
    return work(values[i])


def run(values):
    items = range(len(values))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    with ProcessPoolExecutor(
        max_workers=workers, initializer=_initialize_worker, initargs=(values,)
    ) as executor:
        results = executor.map(_work_for_item, items)
        for i, value in zip(items, results):
            values[i] = value
    return values


if __name__ == "__main__":
    print(run([4, 8, 15]))
