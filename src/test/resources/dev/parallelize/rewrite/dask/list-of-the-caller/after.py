import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    if n > 6:
        raise ValueError(n)
    return work(n)


def run(numbers, values):
    numbers = list(numbers)
    tasks = [dask.delayed(check)(n) for n in numbers]
    try:
        values.extend(dask.compute(*tasks, scheduler="processes", chunksize=1))
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        values.extend(map(check, numbers))


if __name__ == "__main__":
    kept = [0]
    run([1, 2, 3], kept)
    print(kept)
    try:
        run([4, 5, 7, 6, 8], kept)
    except ValueError as problem:
        print(problem.args)
    print(kept)
