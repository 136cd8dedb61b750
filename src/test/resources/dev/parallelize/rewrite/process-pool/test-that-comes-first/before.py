def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(numbers: list[int]):
    if not all(work(n) > 1000 for n in numbers) and len(numbers) > 1:
        print("some are small")
    elif numbers:
        print("all are large")


if __name__ == "__main__":
    check(list(range(8)))
    check([7])
    check([])
