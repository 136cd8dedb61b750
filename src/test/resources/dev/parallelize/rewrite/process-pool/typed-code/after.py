import os
from concurrent.futures import ProcessPoolExecutor
from typing import Dict, List


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers: List[int]) -> Dict[int, int]:
    """Values by number."""
    values: Dict[int, int] = {}
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, numbers, chunksize=chunksize)
        for n, value in zip(numbers, results):  # each on its own
            # the costly part
            values[n] = value  # kept
    return values


if __name__ == "__main__":
    print(run([4, 8, 15]))
