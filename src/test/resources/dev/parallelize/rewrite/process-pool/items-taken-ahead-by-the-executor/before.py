def work(n):
    total = 0
    for k in range(2_000_000):
        total = (total * 31 + n * k) % 10007
    return total


def source(count):
    for n in range(count):
        yield n * n


def run(count):
    total = 0.0
    for n in source(count):
        total += work(n) / 7
    return total


if __name__ == "__main__":
    print(run(20), run(0))
