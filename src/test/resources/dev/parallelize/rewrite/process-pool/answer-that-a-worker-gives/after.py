import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, wanted):
    numbers = list(numbers)
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(work, n) if n in wanted else None for n in numbers]
        for n, future in zip(numbers, futures):
            if n in wanted:
                found = n, future.result()
                executor.shutdown(wait=False, cancel_futures=True)
                return found
    return None


if __name__ == "__main__":
    print(run(list(range(40)), {30, 31, 32}), run([], {1}))
