def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(numbers: list[int], wanted):
    if wanted and any(work(n) > 9000 for n in numbers):
        print("some are large")


if __name__ == "__main__":
    check([4, 8, 15], True)
    check([4, "x"], False)
