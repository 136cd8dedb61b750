import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_item(c):
    return (work(c), c)


def run(candidates):
    candidates = list(candidates)
    workers = max(1, min(len(candidates), os.cpu_count() or 1))
    chunksize = max(1, len(candidates) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return max(executor.map(_process_item, candidates, chunksize=chunksize))


if __name__ == "__main__":
    print(run([4, 8, 15]))
    try:
        run([])
    except ValueError as problem:
        print(problem)
