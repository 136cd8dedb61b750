import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager


def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _from_known(n):
    if n not in _known:
        _known[n] = work(n)
    return _known[n]


def _initialize_worker(shared_known):
    global _known
    _known = shared_known


def run(numbers: list[int]):
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
        values = list(executor.map(_from_known, numbers, chunksize=chunksize))
    return values


if __name__ == "__main__":
    print(run([4, 8, 4]))
