import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(work, numbers)) if numbers else []


if __name__ == "__main__":
    print(run([4, 8, 15]), run(None))
