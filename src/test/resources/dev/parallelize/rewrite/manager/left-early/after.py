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
    workers = os.cpu_count() or 1
    with (
        Manager() as manager,
        ProcessPoolExecutor(
            max_workers=workers,
            initializer=_initialize_worker,
            initargs=(manager.dict(),),
        ) as executor,
    ):
        for n, known_value in zip(numbers, executor.map(_from_known, numbers)):
            if known_value % 5 == 0:
                print("found", n)
                break


if __name__ == "__main__":
    run([4, 8, 4, 15, 16, 23, 42])
    run([])
