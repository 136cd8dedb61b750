def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


SETTING = 1


def scaled(n):
    return work(n) * SETTING


def run(numbers):
    return [scaled(n) for n in numbers]


if __name__ == "__main__":
    SETTING = 3
    print(run([3]))
