import itertools


def is_smooth(n):
    for divisor in (2, 3, 5, 7):
        while n % divisor == 0:
            n //= divisor
    for k in range(1000):
        n = max(n, k % 2)
    return n == 1


def run(start):
    for n in itertools.count(start):
        if is_smooth(n):
            return n


if __name__ == "__main__":
    print(run(901), run(1009))
