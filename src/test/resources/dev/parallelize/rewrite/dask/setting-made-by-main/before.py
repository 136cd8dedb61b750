def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


RATE = 1


def scaled(n):
    return work(n) * RATE


def run(numbers):
    values = []
    for n in numbers:
        values.append(scaled(n))
    return values


if __name__ == "__main__":
    RATE = 3
    print(run([4, 8, 15]))
