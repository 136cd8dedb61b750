import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_row(row):
    half = row["n"] // 2
    if half % 3 == 0:
        return half, None
    value = work(half)
    return half, value


def run(rows):
    rows = list(rows)
    workers = max(1, min(len(rows), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_process_row, rows)
        for row, (half, value) in zip(rows, results):
            if half % 3 == 0:
                print("left out", row)
                continue
            if row["shown"]:
                print(half, value)


if __name__ == "__main__":
    rows = [{"n": n, "shown": n % 4 != 1} for n in range(12)]
    run(rows)
    del rows[7]["n"]
    del rows[10]["shown"]
    for part in rows, rows[8:]:
        try:
            run(part)
        except KeyError as problem:
            print(repr(problem))
