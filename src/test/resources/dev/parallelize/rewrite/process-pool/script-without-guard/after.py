import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


numbers = [4, 8, 15]
results = []
if __name__ == "__main__":
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results.extend(executor.map(work, numbers, chunksize=chunksize))
    print(results)
