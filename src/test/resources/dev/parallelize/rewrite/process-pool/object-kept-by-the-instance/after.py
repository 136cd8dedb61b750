import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    def __init__(self, table):
        self.table = table

    def score(self, n):
        return work(n) + self.table.get(n, 0)

    def run(self, numbers):
        numbers = list(numbers)
        workers = max(1, min(len(numbers), os.cpu_count() or 1))
        chunksize = max(1, len(numbers) // (workers * 4))
        with ProcessPoolExecutor(max_workers=workers) as executor:
            results = executor.map(self.score, numbers, chunksize=chunksize)
            return dict(zip(numbers, results))


if __name__ == "__main__":
    model = Model({})
    model.table[4] = 100_000
    print(model.run([4, 8, 15]))
