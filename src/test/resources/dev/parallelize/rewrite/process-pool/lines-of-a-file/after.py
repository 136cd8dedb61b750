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


def scaled(value, factor):
    return value * factor + work(value)


def _process_line(line, factor):
    if not line.strip():
        return None, None, None
    name, number = line.split()
    value = work(int(number))
    other = scaled(value, factor)
    return name, value, other


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


def summarize(source, target, factor):
    with open(source) as lines, open(target, "w") as out:
        workers = os.cpu_count() or 1
        with ProcessPoolExecutor(max_workers=workers) as executor:
            futures = (
                (line, executor.submit(_process_line, line, factor=factor))
                for line in lines
            )
            for line, future in _look_ahead(futures, 2 * workers):
                name, value, other = future.result()
                if not line.strip():
                    continue
                out.write(f"{name} {value} {other}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "target"
        source.write_text("a 1\n\nb 2\nc 3\nd 4\n" * 10)
        summarize(source, target, 3)
        print(target.read_text())
