def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def scaled(n, factor, *, offset=0):
    return work(n) * factor + offset


def run(numbers, factor):
    results = []
    for n in numbers:
        results.append(scaled(n, factor, offset=7))
    return results


if __name__ == "__main__":
    print(run([4, 8, 15], 3))
