import dask as dask_module


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def dask(n):
    return work(n)


results = ["a", "b"]


def _process_item(n):
    return dask(n) % 5


def run(numbers):
    numbers = list(numbers)
    tasks = [dask_module.delayed(_process_item)(n) for n in numbers]
    try:
        outcomes = dask_module.compute(*tasks, scheduler="processes", chunksize=1)
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        outcomes = map(_process_item, numbers)
    values = set(outcomes)
    return sorted(values), results


if __name__ == "__main__":
    print(run(range(12)))
