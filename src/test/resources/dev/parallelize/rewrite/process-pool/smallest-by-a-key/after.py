import os
from concurrent.futures import ProcessPoolExecutor
from operator import itemgetter


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_pair(pair):
    return work(pair[0] % 3)


def run(pairs):
    pairs = list(pairs)
    workers = max(1, min(len(pairs), os.cpu_count() or 1))
    chunksize = max(1, len(pairs) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        keys = executor.map(_process_pair, pairs, chunksize=chunksize)
        return min(zip(keys, pairs), key=itemgetter(0), default=(None, None))[1]


if __name__ == "__main__":
    print(run([(7, "a"), (4, "b"), (5, "c"), (1, "d")]), run([]))
    try:
        print(run([(7, "a"), ("x", "y")]))
    except TypeError as error:
        print(error)
