import io
import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    with io.StringIO() as report:
        items = list(numbers)
        workers = max(1, min(len(items), os.cpu_count() or 1))
        chunksize = max(1, len(items) // (workers * 4))
        with ProcessPoolExecutor(max_workers=workers) as executor:
            results = executor.map(work, items, chunksize=chunksize)
            for n, result in zip(items, results):
                report.write(f"{n}: {result}\n")
        return report.getvalue()


if __name__ == "__main__":
    print(run([4, 8, 15]), end="")
