import os
from concurrent.futures import ProcessPoolExecutor


def weigh(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Scale:
    def __init__(self):
        self.open = True

    def put(self, value):
        return weigh(value) if self.open else None

    def close(self):
        self.open = False


def _process_value(value):
    scale = Scale()
    result = scale.put(value)
    scale.close()
    return result


def work(values):
    total = 0
    values = list(values)
    workers = max(1, min(len(values), os.cpu_count() or 1))
    chunksize = max(1, len(values) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for result in executor.map(_process_value, values, chunksize=chunksize):
            total += result

    return total


if __name__ == "__main__":
    print(work([5, 20, 50]))
