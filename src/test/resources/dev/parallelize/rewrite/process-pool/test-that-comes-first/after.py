import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_item(n):
    return work(n) > 1000


def check(numbers: list[int]):
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_process_item, numbers)
        holds = all(results)
    if not holds and len(numbers) > 1:
        print("some are small")
    elif numbers:
        print("all are large")


if __name__ == "__main__":
    check(list(range(8)))
    check([7])
    check([])
