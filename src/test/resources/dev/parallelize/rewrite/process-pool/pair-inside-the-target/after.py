import os
from concurrent.futures import ProcessPoolExecutor


def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def _work_for_item(item):
    (a, b), name = item
    return work(a, b)


def run(rows):
    rows = list(rows)
    workers = max(1, min(len(rows), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(_work_for_item, item) for item in rows]
        for ((a, b), name), future in zip(rows, futures):
            print(name)
            print(name, future.result())


if __name__ == "__main__":
    run([((1, 2), "x"), ((3, 4), "y")])
