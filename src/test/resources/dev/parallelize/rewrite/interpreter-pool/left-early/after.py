import os
from concurrent.futures import InterpreterPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, limit):
    numbers = list(numbers)
    workers = os.process_cpu_count() or 1
    with InterpreterPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(work, n) for n in numbers]
        for n, future in zip(numbers, futures):
            print("trying", n)
            if future.result() > limit:
                executor.shutdown(wait=False, cancel_futures=True)
                return n
    return None


if __name__ == "__main__":
    print(run(list(range(1, 30)), 9000), run([1], 20000))
