import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    def __init__(self, offset):
        self.offset = offset

    def _work_for_item(self, n):
        return work(n + self.offset)

    def run(self, numbers):
        total = 0
        for n in numbers:
            total += work(n + self.offset)
        return total

    def run_parallel(self, numbers):
        total = 0
        numbers = list(numbers)
        workers = max(1, min(len(numbers), os.cpu_count() or 1))
        chunksize = max(1, len(numbers) // (workers * 4))
        with ProcessPoolExecutor(max_workers=workers) as executor:
            results = executor.map(self._work_for_item, numbers, chunksize=chunksize)
            for result in results:
                total += result
        return total

    def twice(self, numbers):
        return 2 * self.run(numbers)


if __name__ == "__main__":
    print(Model(3).twice([4, 8, 15]))
