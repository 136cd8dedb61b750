"""A numbered parameter that other files may pass a generator for becomes a list, since it is used twice."""


def work(n):
    total = 0
    for k in range(20000):
        total += (n * k) % 7
    return total


def report(numbers):
    for position, n in enumerate(numbers):
        print(position, n, work(n))


if __name__ == "__main__":
    report([5, 3, 8, 1, 9, 2, 7, 4] * 8)
