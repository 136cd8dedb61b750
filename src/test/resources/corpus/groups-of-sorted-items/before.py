from itertools import groupby


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def parity(n):
    return n % 2


def run(items):
    sums = {}
    for key, group in groupby(sorted(items, key=parity), key=parity):
        members = list(group)
        sums[key] = sum(work(n) for n in members) + len(members)
    return sums


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
