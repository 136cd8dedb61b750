import multiprocessing
import os


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    pool = multiprocessing.Pool(processes=workers)
    try:
        return list(pool.imap(work, numbers, chunksize=chunksize))  # in order
    finally:
        pool.close()
        pool.join()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    print(run([4, 8, 15, 16]), run([]))
