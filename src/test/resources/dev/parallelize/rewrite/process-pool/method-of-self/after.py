import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    scale = 3

    def __init__(self, offset):
        self.offset = offset

    def score(self, n):
        return work(n + self.offset) * self.scale

    def run(self, numbers):
        numbers = list(numbers)
        workers = max(1, min(len(numbers), os.cpu_count() or 1))
        chunksize = max(1, len(numbers) // (workers * 4))
        with ProcessPoolExecutor(max_workers=workers) as executor:
            scores = list(executor.map(self.score, numbers, chunksize=chunksize))
        return scores


if __name__ == "__main__":
    print(Model(2).run([4, 8, 15]))
