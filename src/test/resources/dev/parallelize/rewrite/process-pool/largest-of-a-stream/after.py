import os
from concurrent.futures import ProcessPoolExecutor
from operator import itemgetter


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def numbers(count):
    for n in range(count):
        yield n % 5


def run(count):
    items = list(numbers(count))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        keys = executor.map(work, items, chunksize=chunksize)
        best = max(zip(keys, items), key=itemgetter(0))[1]
    return best


if __name__ == "__main__":
    print(run(11))
    try:
        run(0)
    except ValueError as error:
        print(error)
