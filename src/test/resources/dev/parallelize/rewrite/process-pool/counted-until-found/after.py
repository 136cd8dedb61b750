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


def _compute_value(i):
    values = _values
    return work(values[i])


def run(values):
    i = 0
    items = range(len(values))
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(
        max_workers=workers, initializer=_initialize_worker, initargs=(values,)
    ) as executor:
        for i, value in zip(items, executor.map(_compute_value, items)):
            print(value)
            if value % 11 == 3:
                break
        else:
            i = len(values)
    return i


if __name__ == "__main__":
    print(run(list(range(2, 30))))
    print(run([]), run([0, 0]))
