from functools import partial

from mpi4py.futures import MPIPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def scaled(n, factor, *, offset=0):
    return work(n) * factor + offset


def run(numbers, factor):
    numbers = list(numbers)
    with MPIPoolExecutor() as executor:
        chunksize = max(1, len(numbers) // (executor.num_workers * 4))
        results = list(
            executor.map(
                partial(scaled, factor=factor, offset=7), numbers, chunksize=chunksize
            )
        )
    return results


if __name__ == "__main__":
    print(run([4, 8, 15], 3))
