import os
from multiprocessing import Pool


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, limit):
    workers = min(os.cpu_count() or 1, max(1, len(numbers)))
    with Pool(processes=workers) as pool:
        futures = [pool.apply_async(work, (n,)) for n in numbers]
        for n, future in zip(numbers, futures):
            print("trying", n)
            if future.get() > limit:
                return n
    return None


if __name__ == "__main__":
    print(run(list(range(1, 30)), 9000), run([1], 20000))
