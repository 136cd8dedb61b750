from itertools import groupby


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def parity(n):
    return n % 2


def run(items):
    items = sorted(items, key=parity)
    return [sum(work(n) for n in group) for key, group in groupby(items, parity)]


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
