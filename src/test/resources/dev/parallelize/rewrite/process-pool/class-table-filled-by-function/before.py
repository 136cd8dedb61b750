def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Config:
    table = {}


def scaled(n):
    return work(n) * Config.table.get("rate", 1)


def setup():
    Config.table["rate"] = 9


def run(numbers):
    return [scaled(n) for n in numbers]


if __name__ == "__main__":
    setup()
    print(run([4, 8, 15]))
