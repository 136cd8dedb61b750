from collections import defaultdict


def bucket(n):
    value = n
    for _ in range(1500):
        value = (value * 16807) % 2147483647
    return value % 3


def run(numbers):
    groups = defaultdict(list)
    for n in numbers:
        groups[bucket(n)].append(n)
    return dict(groups)


if __name__ == "__main__":
    print(run(range(1, 12)))
