import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager


def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _from_areas(key):
    if key not in _areas:
        _areas[key] = work(key[0] * 100 + key[1])
    return _areas[key]


def _initialize_worker(shared_areas):
    global _areas
    _areas = shared_areas


def _compute_areas_value(item):
    width, height = item
    key = (min(width, height), max(width, height))
    return _from_areas(key)


def run(sizes: list[tuple[int, int]]):
    workers = max(1, min(len(sizes), os.cpu_count() or 1))
    chunksize = max(1, len(sizes) // (workers * 4))
    with (
        Manager() as manager,
        ProcessPoolExecutor(
            max_workers=workers,
            initializer=_initialize_worker,
            initargs=(manager.dict(),),
        ) as executor,
    ):
        found = list(executor.map(_compute_areas_value, sizes, chunksize=chunksize))
    return found


if __name__ == "__main__":
    print(run([(1, 2), (2, 1), (3, 4), (1, 2)]))
