def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Rejected(Exception):
    def __init__(self, number, reason):
        super().__init__(f"{number}: {reason}")
        self.number = number


def check(n):
    if n > 10:
        raise Rejected(n, "too large")
    return work(n)


def run(numbers):
    return [check(n) for n in numbers]


if __name__ == "__main__":
    print(run([4]))
