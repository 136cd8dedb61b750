import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_query(query, points):
    low = work(query)
    return min(points, key=lambda point: (abs(low - work(point)), query))


def run(queries, points):
    queries = list(queries)
    workers = max(1, min(len(queries), os.cpu_count() or 1))
    chunksize = max(1, len(queries) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        nearest = list(
            executor.map(
                partial(_process_query, points=points), queries, chunksize=chunksize
            )
        )
    return nearest


if __name__ == "__main__":
    print(run([4, 8], [15, 16, 23]))
