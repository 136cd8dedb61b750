def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    if n % 3 == 0:
        raise ValueError(n)
    return work(n)


def run(numbers):
    total = 0
    for n in numbers:
        total += check(n)
    return total


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 6]))
