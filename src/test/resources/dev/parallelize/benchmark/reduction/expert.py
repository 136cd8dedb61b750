import os
from concurrent.futures import ProcessPoolExecutor


def divisors(number):
    return sum(1 for d in range(1, number) if number % d == 0)


def perfect(number):
    return sum(d for d in range(1, number) if number % d == 0) == number


def count(limit):
    workers = os.cpu_count()
    numbers = range(2, limit)
    with ProcessPoolExecutor(workers) as pool:
        return sum(pool.map(perfect, numbers, chunksize=len(numbers) // (8 * workers)))


def main():
    return count(3_500)
