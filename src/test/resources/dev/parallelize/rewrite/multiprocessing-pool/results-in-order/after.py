import multiprocessing
import os


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    best, best_n = -1, None
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    pool = multiprocessing.Pool(processes=workers)
    try:
        values = pool.imap(work, numbers)
        for n, value in zip(numbers, values):
            if value > best:
                best, best_n = value, n
            print(n, value)
    finally:
        pool.close()
        pool.join()
    return best, best_n


if __name__ == "__main__":
    multiprocessing.freeze_support()
    print(run([4, 8, 15, 16]), run([]))
