def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


TABLE = {}


def scored(n, table=TABLE):
    return work(n) + table.get(n, 0)


def run(numbers):
    return [scored(n) for n in numbers]


if __name__ == "__main__":
    TABLE[4] = 100_000
    print(run([4, 8, 15]))
