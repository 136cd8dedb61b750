"""A function without a name cannot be sent."""


def work(n, base=9):
    total = 0
    for k in range(400000):
        total += k * n % base
    return total


def extremes(numbers):
    most = max(numbers, key=work)
    least = min(numbers, key=lambda n: work(n, 7))
    return most, least


if __name__ == "__main__":
    print(extremes([3, 1, 2]))
