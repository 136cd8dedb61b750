def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(n):
    low = work(n)
    high = work(n * 2)
    return high - low


if __name__ == "__main__":
    print(run(4))
