def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    if n > 10:
        raise SystemExit("too large")
    return work(n)


def run(numbers):
    return [check(n) for n in numbers]


if __name__ == "__main__":
    print(run([4]))
