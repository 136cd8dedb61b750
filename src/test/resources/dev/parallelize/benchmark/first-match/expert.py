import os
from concurrent.futures import ProcessPoolExecutor


def hard(number):
    value = number
    for k in range(15_000):
        value = (value * 31 + k * number) % 10_007
    return value


def find(numbers, below):
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for number, value in zip(numbers, pool.map(hard, numbers)):
            if value < below:
                pool.shutdown(wait=False, cancel_futures=True)
                return number
    return None


def main():
    return find(list(range(1, 4_000)), 40)
