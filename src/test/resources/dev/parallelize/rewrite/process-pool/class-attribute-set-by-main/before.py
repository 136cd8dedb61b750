def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Config:
    rate = 1


def scaled(n):
    return work(n) * Config.rate


def run(numbers):
    return [scaled(n) for n in numbers]


if __name__ == "__main__":
    Config.rate = 7
    print(run([4, 8, 15]))
