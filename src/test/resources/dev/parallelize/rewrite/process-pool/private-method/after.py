import os
from concurrent.futures import ProcessPoolExecutor


class Model:
    def __init__(self, factor):
        self.factor = factor

    def __work(self, n):
        total = 0
        for k in range(200_000):
            total = (total * self.factor + n * k) % 10007
        return total

    def _process_item(self, item):
        return self.__work(item)

    def run(self, items):
        items = list(items)
        workers = max(1, min(len(items), os.cpu_count() or 1))
        chunksize = max(1, len(items) // (workers * 4))
        with ProcessPoolExecutor(max_workers=workers) as executor:
            return list(executor.map(self._process_item, items, chunksize=chunksize))


if __name__ == "__main__":
    print(Model(31).run([1, 2, 3, 4]))
