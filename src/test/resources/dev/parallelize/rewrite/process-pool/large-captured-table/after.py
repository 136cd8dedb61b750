import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _min_for_query(query, table):
    return min((abs(value - query), work(n), n) for n, value in table.items())


def run(queries):
    table = {n: work(n) for n in range(40)}
    queries = list(queries)
    workers = max(1, min(len(queries), os.cpu_count() or 1))
    chunksize = max(1, len(queries) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        nearest = list(
            executor.map(
                partial(_min_for_query, table=table), queries, chunksize=chunksize
            )
        )
    return nearest


if __name__ == "__main__":
    print(run([4, 800, 1500]))
