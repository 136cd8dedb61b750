from itertools import groupby


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def parity(n):
    return n % 2


def run(items):
    sums = []
    try:
        for key, group in groupby(items, key=lambda n: 60 // (n - 9)):
            sums.append((key, sum(work(n) for n in group)))
    except ZeroDivisionError:
        print(sums)
    return sums


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
