import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import Manager


def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _from_cache(n, factor):
    if n not in _cache:
        _cache[n] = work(n) * factor
    return _cache[n]


def _initialize_worker(shared_cache):
    global _cache
    _cache = shared_cache


def run(numbers: list[int], factor: float):
    total = 0.0
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with (
        Manager() as manager,
        ProcessPoolExecutor(
            max_workers=workers,
            initializer=_initialize_worker,
            initargs=(manager.dict(),),
        ) as executor,
    ):
        cache_values = executor.map(
            partial(_from_cache, factor=factor), numbers, chunksize=chunksize
        )
        for cache_value in cache_values:
            total += cache_value
    return total


if __name__ == "__main__":
    print(run([4, 8, 4, 15, 8, 4], 0.1), run([], 2.0))
