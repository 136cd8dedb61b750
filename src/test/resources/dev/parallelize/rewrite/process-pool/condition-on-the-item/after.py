import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    results = []
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(work, n) if n % 2 else None for n in numbers]
        for n, future in zip(numbers, futures):
            if n % 2:
                results.append(future.result())
            else:
                results.append(-n)
    return results


if __name__ == "__main__":
    print(run([4, 8, 15, 16, 23]))
