"""A function with an argument bound to it goes along as it is."""

import functools


def work(n, base):
    total = 0
    for k in range(40000):
        total += k * n % base
    return total


def total(numbers):
    return sum(map(functools.partial(work, base=9), numbers))


if __name__ == "__main__":
    print(total([3, 1, 2]))
