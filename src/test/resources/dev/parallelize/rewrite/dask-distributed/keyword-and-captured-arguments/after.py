from functools import partial

from dask.distributed import Client


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def scaled(n, factor, *, offset=0):
    return work(n) * factor + offset


def run(numbers, factor):
    numbers = list(numbers)
    with Client(threads_per_worker=1) as client:
        executor = client.get_executor(pure=False)
        results = list(executor.map(partial(scaled, factor=factor, offset=7), numbers))
    return results


if __name__ == "__main__":
    print(run([4, 8, 15], 3))
