import math


def work(n):
    total = 0.0
    for k in range(1, 900):
        total += math.sin(n * k) / k
    return total


def run(numbers):
    return sum(work(n) for n in numbers)


if __name__ == "__main__":
    print(repr(run(range(1, 14))))
