import os
import tempfile
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def _work_for_block(block):
    return work(sum(block))


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


def run(path):
    with open(path, "rb") as file:
        workers = os.cpu_count() or 1
        with ProcessPoolExecutor(max_workers=workers) as executor:
            futures = (
                executor.submit(_work_for_block, block)
                for block in iter(lambda: file.read(64), b"")
            )
            for future in _look_ahead(futures, 2 * workers):
                print(future.result())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data"
        path.write_bytes(bytes(range(200)))
        run(path)
