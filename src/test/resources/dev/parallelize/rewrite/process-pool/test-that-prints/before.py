def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def is_even(n):
    print("testing", n)
    return work(n) % 2 == 0


def run(numbers):
    return list(filter(is_even, numbers))


if __name__ == "__main__":
    print(run(range(4)))
