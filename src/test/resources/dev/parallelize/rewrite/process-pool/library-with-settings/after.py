import os
from concurrent.futures import ProcessPoolExecutor

RATE = int(os.environ.get("RATE_OF_THE_LIBRARY", "3"))


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k * RATE) % 10007
    return total


def _initialize_worker(rate_value):
    global RATE
    RATE = rate_value


def run(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(
        max_workers=workers, initializer=_initialize_worker, initargs=(RATE,)
    ) as executor:
        return list(executor.map(work, numbers, chunksize=chunksize))
