"""The values are folded in order."""

from functools import reduce


def work(n):
    total = 0
    for k in range(40000):
        total += k * n % 7
    return total


def fold(numbers):
    return reduce(lambda left, right: left * 31 + right, (work(n) for n in numbers), 7)


if __name__ == "__main__":
    print(fold([3, 1, 2]))
