from functools import partial

from ray.util.multiprocessing import Pool


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def scaled(n, factor, *, offset=0):
    return work(n) * factor + offset


def run(numbers, factor):
    numbers = list(numbers)
    chunksize = max(1, len(numbers) // 256)
    with Pool() as pool:
        results = list(
            pool.imap(
                partial(scaled, factor=factor, offset=7), numbers, chunksize=chunksize
            )
        )
    return results


if __name__ == "__main__":
    print(run([4, 8, 15], 3))
