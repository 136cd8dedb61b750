import os
from multiprocessing import Pool, cpu_count


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def other(numbers):
    with Pool(2) as pool:
        return pool.map(work, numbers)


def run(numbers, rate):
    if cpu_count() < 1:
        return None
    values = []
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    worker_pool = Pool(processes=workers)
    try:
        for result in worker_pool.imap(work, numbers, chunksize=chunksize):
            values.append(result * rate)
    finally:
        worker_pool.close()
        worker_pool.join()
    return values


if __name__ == "__main__":
    print(other([1, 2]), run([4, 8, 15, 16], 2), run([], 1))
