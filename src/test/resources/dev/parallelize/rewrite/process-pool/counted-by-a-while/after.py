import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _compute_loss(year, years):
    if year in years:
        return None
    return work(year)


def run(years, last):
    losses = {}

    items = range(1990, last + 1)
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(
            partial(_compute_loss, years=years), items, chunksize=chunksize
        )
        for year, loss in zip(items, results):
            if year in years:
                continue
            losses[year] = loss
    return losses


if __name__ == "__main__":
    print(run({1992, 1995}, 2003))
