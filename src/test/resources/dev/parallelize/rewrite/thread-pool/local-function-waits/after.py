import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.02)
    return n * n


def run(numbers, offset):
    def shifted(n):
        return work(n) + offset

    total = 0
    numbers = list(numbers)
    with ThreadPoolExecutor(max_workers=16) as executor:
        for result in executor.map(shifted, numbers):
            total += result
    return total


if __name__ == "__main__":
    print(run([4, 8, 15], 1000))
