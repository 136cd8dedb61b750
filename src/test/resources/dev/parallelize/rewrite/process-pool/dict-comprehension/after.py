import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_name(name):
    return work(len(name))


def run(names):
    names = list(names)
    workers = max(1, min(len(names), os.cpu_count() or 1))
    chunksize = max(1, len(names) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return dict(zip(names, executor.map(_process_name, names, chunksize=chunksize)))


if __name__ == "__main__":
    print(run(["ann", "bo", "christopher"]))
