import os
from concurrent.futures import ProcessPoolExecutor


def work(table, n):
    total = table[n]
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _initialize_worker(table):
    global _table
    _table = table


def _work_for_item(n):
    table = _table
    return work(table, n)


def run(numbers):
    table = [n * n for n in range(1_000)]
    numbers = list(numbers)
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(
        max_workers=workers, initializer=_initialize_worker, initargs=(table,)
    ) as executor:
        for n, result in zip(numbers, executor.map(_work_for_item, numbers)):
            if result % 7 == 3:
                return n
    return None


if __name__ == "__main__":
    print(run([4, 8, 15, 16, 23, 42]), run([]))
