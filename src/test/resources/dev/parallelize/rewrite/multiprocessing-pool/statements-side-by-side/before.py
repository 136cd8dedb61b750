def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run():
    first = work(3)
    second = work(4)
    return first, second


if __name__ == "__main__":
    print(run())
