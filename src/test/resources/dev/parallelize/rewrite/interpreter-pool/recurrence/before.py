def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(count):
    value = 1
    for n in range(count):
        value = work(value + n)
    return value


if __name__ == "__main__":
    print(run(3))
