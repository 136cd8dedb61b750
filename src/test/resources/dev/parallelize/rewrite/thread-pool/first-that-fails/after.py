import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.02)
    return n * n


def check(n):
    value = work(n)
    if n == 8:
        raise ValueError(f"no value for {n}")
    return value


def run(numbers):
    values = []
    numbers = list(numbers)
    with ThreadPoolExecutor(max_workers=16) as executor:
        results = executor.map(check, numbers)
        for n, result in zip(numbers, results):
            values.append(result)
            print("checked", n)
    return values


if __name__ == "__main__":
    run([4, 8, 15])
