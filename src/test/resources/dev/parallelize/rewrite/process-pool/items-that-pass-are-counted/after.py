import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import compress


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_item(n, least):
    return work(n) > least


def run(numbers, least):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        chosen = executor.map(
            partial(_process_item, least=least), numbers, chunksize=chunksize
        )
        count = sum(1 for n in compress(numbers, chosen))
    return count


if __name__ == "__main__":
    print(run([4, 8, 15, 16, 23, 42], 5000), run([], 1))
