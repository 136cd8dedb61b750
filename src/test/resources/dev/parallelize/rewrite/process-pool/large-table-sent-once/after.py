import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def nearest(table, query):
    return min((abs(value - query), work(n), n) for n, value in table.items())


def _initialize_worker(table):
    global _table
    _table = table


def _nearest_for_query(query):
    table = _table
    return nearest(table, query)


def run(queries):
    table = {n: work(n) for n in range(10)}
    queries = list(queries)
    workers = max(1, min(len(queries), os.cpu_count() or 1))
    with ProcessPoolExecutor(
        max_workers=workers, initializer=_initialize_worker, initargs=(table,)
    ) as executor:
        futures = [executor.submit(_nearest_for_query, query) for query in queries]
        for query, future in zip(queries, futures):
            print("query", query)
            print(future.result())


if __name__ == "__main__":
    run([4, 800, 1500])
