import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def nearest(query, table):
    return min((abs(value - query), work(n), n) for n, value in table.items())


def run(queries):
    table = {1: 5, 2: 9}
    queries = list(queries)
    workers = max(1, min(len(queries), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(nearest, query, table=table) for query in queries]
        for query, future in zip(queries, futures):
            print("query", query)
            print(future.result())


if __name__ == "__main__":
    run([4, 800, 1500])
