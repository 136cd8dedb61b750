import math


def ratio(n):
    total = 0.0
    for k in range(1, 1200):
        total += n / k
    return math.nan if n == 3 else total


def run(numbers):
    best = -math.inf
    for n in numbers:
        value = ratio(n)
        if not value <= best:
            best = value
    return best


if __name__ == "__main__":
    print(run([1, 2, 3, 1]), run([3, 2, 1]))
