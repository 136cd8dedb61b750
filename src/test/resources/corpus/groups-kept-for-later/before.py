from itertools import groupby


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def parity(n):
    return n % 2


def run(items):
    kept = []
    for key, group in groupby(sorted(items, key=parity), key=parity):
        kept.append(work(n) for n in group)
    return [list(group) for group in kept]


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
