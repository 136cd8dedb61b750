def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    value = work(n)
    if n % 3 == 0:
        raise ValueError(n)
    return value


def run(numbers):
    return sum(check(n) for n in numbers)


if __name__ == "__main__":
    print(run([1, 2]))
