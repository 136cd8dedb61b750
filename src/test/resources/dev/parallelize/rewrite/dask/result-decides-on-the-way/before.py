def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    values = []
    for n in numbers:
        try:
            values.append(work(n) // (n - 8))
        except ZeroDivisionError:
            values.append(None)
    return values


if __name__ == "__main__":
    print(run([4, 8, 15]))
