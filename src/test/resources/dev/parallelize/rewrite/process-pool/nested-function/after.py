import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _shifted_for_item(n, offset):
    def shifted(n):
        return work(n) + offset

    return shifted(n)


def run(numbers, offset):
    def shifted(n):
        return work(n) + offset

    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = list(
            executor.map(
                partial(_shifted_for_item, offset=offset), numbers, chunksize=chunksize
            )
        )
    return results


if __name__ == "__main__":
    print(run([4, 8, 15], 1000))
