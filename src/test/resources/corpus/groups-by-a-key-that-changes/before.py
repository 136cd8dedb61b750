from itertools import groupby


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def parity(n):
    return n % 2


def run(items):
    size = 2
    sums = []

    def key_of(n):
        return n % size

    for key, group in groupby(sorted(items, key=key_of), key=key_of):
        sums.append((key, sum(work(n) for n in group)))
        size = 3
    return sums


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
