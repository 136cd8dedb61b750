import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    def __init__(self, factor):
        self.factor = factor

    def score(self, n):
        return work(n) * self.factor

    def run(self, numbers):
        scores = {}
        numbers = list(numbers)
        tasks = [dask.delayed(self.score)(n) for n in numbers]
        try:
            results = dask.compute(*tasks, scheduler="processes", chunksize=1)
        except Exception:
            # Dask raises what failed first in time, the loop what comes first.
            results = map(self.score, numbers)
        for n, result in zip(numbers, results):
            scores[n] = result
        return scores


if __name__ == "__main__":
    print(Model(3).run([4, 8, 15, 4]))
