def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items, size=3):
    sums = []
    start = 0
    while start < len(items):
        sums.append(sum(work(item) for item in items[start : start + size]))
        start += size
    return sums


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
