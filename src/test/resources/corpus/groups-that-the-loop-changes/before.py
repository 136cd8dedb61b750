from itertools import groupby


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def parity(n):
    return n % 2


def run(items):
    items.sort(key=parity)
    sums = []
    for key, group in groupby(items, key=parity):
        total = sum(work(n) for n in group)
        sums.append((key, total))
        if len(items) < 12:
            items.append(total * 2)
    return sums


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
