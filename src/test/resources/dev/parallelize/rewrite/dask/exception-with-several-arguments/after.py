import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Rejected(Exception):
    def __init__(self, number, reason):
        super().__init__(number, reason)
        self.number = number
        self.reason = reason


def check(n):
    value = work(n)
    if n > 10:
        raise Rejected(n, "too large")
    return value


def run(numbers):
    values = []
    numbers = list(numbers)
    tasks = [dask.delayed(check)(n) for n in numbers]
    try:
        results = dask.compute(*tasks, scheduler="processes", chunksize=1)
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        results = map(check, numbers)
    for n, result in zip(numbers, results):
        values.append(result)
        print("checked", n)
    return values


if __name__ == "__main__":
    try:
        run([4, 8, 15, 16])
    except Rejected as problem:
        print(problem.number, problem.reason, problem.args)
    run([42])
