import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _work_for_row(row):
    if row["skip"]:
        return None
    return work(row["n"])


def run(rows):
    rows = list(rows)
    workers = max(1, min(len(rows), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_work_for_row, rows)
        for row, result in zip(rows, results):
            if row["skip"]:
                continue
            print(row["n"], result)


if __name__ == "__main__":
    try:
        run(
            [
                {"n": 1, "skip": False},
                {"n": 5, "skip": False},
                {"n": 2, "skip": True},
                {"n": 3},
            ]
        )
    except KeyError as problem:
        print(repr(problem))
