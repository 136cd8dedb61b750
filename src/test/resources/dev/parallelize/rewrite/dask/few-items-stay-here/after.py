import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    values = []
    numbers = list(numbers)
    if len(numbers) < 3:
        results = map(work, numbers)
    else:
        tasks = [dask.delayed(work)(n) for n in numbers]
        try:
            results = dask.compute(
                *tasks, scheduler="processes", num_workers=2, chunksize=2
            )
        except Exception:
            # Dask raises what failed first in time, the loop what comes first.
            results = map(work, numbers)
    for n, value in zip(numbers, results):
        values.append(value)
        print(n)
    return values


if __name__ == "__main__":
    print(run([1, 2]))
    print(run([1, 2, 3, 4]))
