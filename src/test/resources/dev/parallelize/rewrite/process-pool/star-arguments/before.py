def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def combined(first, second, third):
    return work(first) + work(second) * third


def run(rows):
    return [combined(*row) for row in rows]


if __name__ == "__main__":
    print(run([(4, 8, 15), (16, 23, 42)]))
