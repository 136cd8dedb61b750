import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    if n == 15:
        raise ValueError(n)
    return total


class Log:
    def __init__(self):
        self.values = []

    def run(self, numbers):
        values = []
        self.values = values
        numbers = list(numbers)
        workers = max(1, min(len(numbers), os.cpu_count() or 1))
        with ProcessPoolExecutor(max_workers=workers) as executor:
            values.extend(executor.map(work, numbers))
        return values


if __name__ == "__main__":
    log = Log()
    try:
        log.run(list(range(40)))
    except ValueError:
        print(log.values)
