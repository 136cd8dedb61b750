from mpi4py.futures import MPIPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


RATE = 1


def scaled(n):
    return work(n) * RATE


def _initialize_worker(rate_value):
    global RATE
    RATE = rate_value


def run(numbers):
    numbers = list(numbers)
    with MPIPoolExecutor(initializer=_initialize_worker, initargs=(RATE,)) as executor:
        chunksize = max(1, len(numbers) // (executor.num_workers * 4))
        values = list(executor.map(scaled, numbers, chunksize=chunksize))
    return values


if __name__ == "__main__":
    RATE = 3
    print(run([4, 8, 15]))
