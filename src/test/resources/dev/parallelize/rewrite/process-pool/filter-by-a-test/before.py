def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def is_even(n):
    return work(n) % 2 == 0


def run(numbers):
    chosen = list(filter(is_even, numbers))
    return chosen


if __name__ == "__main__":
    print(run(range(20)), run(()), run(n * n for n in range(5)))
