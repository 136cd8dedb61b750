import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(count, ok):
    numbers = [n * n for n in range(count)]
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    chunksize = max(1, len(numbers) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(work, numbers, chunksize=chunksize)) if ok else []


def main():
    print(run(5, True), run(5, False))


if __name__ == "__main__":
    main()
