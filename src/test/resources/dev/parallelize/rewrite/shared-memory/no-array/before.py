def work(n, table):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total + len(table)


def run(numbers: list[int], table: list[int]):
    return [work(n, table) for n in numbers]


if __name__ == "__main__":
    print(run([1], [2]))
