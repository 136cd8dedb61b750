import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    found = []
    numbers = list(numbers)
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(work, n) if n > 3 else None for n in numbers]
        for n, future in zip(numbers, futures):
            try:
                if n > 3:
                    found.append(future.result())
                if n % 2:
                    raise ValueError(n)
                if n == 30:
                    executor.shutdown(wait=False, cancel_futures=True)
                    break
            except ValueError as problem:
                found.append(str(problem))
            if len(found) > 40:
                executor.shutdown(wait=False, cancel_futures=True)
                return found
    return found


if __name__ == "__main__":
    print(run(list(range(40))), run([4, 5, 6]), run([]))
