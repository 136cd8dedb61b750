import os

RATE = int(os.environ.get("RATE_OF_THE_LIBRARY", "3"))


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k * RATE) % 10007
    return total


def run(numbers):
    return [work(n) for n in numbers]
