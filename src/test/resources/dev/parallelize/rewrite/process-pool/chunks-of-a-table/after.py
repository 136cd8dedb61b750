import os
import tempfile
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def total(chunk):
    return sum(work(size) for size in chunk["size"])


def _look_ahead(items, count):
    """Yield the items in order, with the next `count` of them taken already."""
    items = iter(items)
    taken = deque()
    failure = None
    while failure is None:
        try:
            taken.append(next(items))
        except StopIteration:
            break
        except Exception as error:
            failure = error
        if len(taken) > count:
            yield taken.popleft()
    yield from taken
    if failure is not None:
        raise failure


def totals(path):
    found = []
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = (
            executor.submit(total, chunk) for chunk in pd.read_csv(path, chunksize=3)
        )
        for future in _look_ahead(futures, 2 * workers):
            found.append(future.result())
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sizes.csv"
        pd.DataFrame({"size": range(20)}).to_csv(path)
        print(totals(path))
