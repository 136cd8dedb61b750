import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    total = 0
    seen = set()
    largest = None
    numbers = list(numbers)
    tasks = [dask.delayed(work)(n) for n in numbers]
    try:
        values = dask.compute(*tasks, scheduler="processes", chunksize=1)
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        values = map(work, numbers)
    for n, value in zip(numbers, values):
        total += value
        seen.add(value % 10)
        if largest is None or value > largest:
            largest = value
        print(n, value)
    return total, sorted(seen), largest


if __name__ == "__main__":
    print(run([4, 8, 15]))
