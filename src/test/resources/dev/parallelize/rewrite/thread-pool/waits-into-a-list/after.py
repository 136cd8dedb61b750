import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.02)
    return n * n


def run(numbers):
    numbers = list(numbers)
    with ThreadPoolExecutor(max_workers=16) as executor:
        results = list(executor.map(work, numbers))
    return results


if __name__ == "__main__":
    print(run([4, 8, 15]), run([]))
