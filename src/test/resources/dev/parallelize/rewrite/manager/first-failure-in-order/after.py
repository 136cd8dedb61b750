import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager


def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n: int):
    if n == 15:
        raise ValueError(n)
    if n == 16:
        raise KeyError(n)
    return work(n)


def _from_known(n):
    if n not in _known:
        _known[n] = check(n)
    return _known[n]


def _initialize_worker(shared_known):
    global _known
    _known = shared_known


def run(numbers: list[int], seen: list):
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    with (
        Manager() as manager,
        ProcessPoolExecutor(
            max_workers=workers,
            initializer=_initialize_worker,
            initargs=(manager.dict(),),
        ) as executor,
    ):
        seen.extend(executor.map(_from_known, numbers))
    return seen


if __name__ == "__main__":
    seen = []
    try:
        run([4, 8, 4, 15, 16, 8], seen)
    except (ValueError, KeyError) as problem:
        print(repr(problem), seen)
    print(run([4, 4], []))
