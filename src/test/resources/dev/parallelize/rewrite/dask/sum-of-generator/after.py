import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _process_item(n):
    return work(n) / 3


def run(numbers):
    numbers = list(numbers)
    tasks = [dask.delayed(_process_item)(n) for n in numbers]
    try:
        results = dask.compute(*tasks, scheduler="processes", chunksize=1)
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        results = map(_process_item, numbers)
    return sum(results)


if __name__ == "__main__":
    print(run([4, 8, 15]))
