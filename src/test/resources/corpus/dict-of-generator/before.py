def work(n):
    total = 1
    for k in range(1, 1200):
        total = total * (n + k) % 10007
    return total


def run(numbers):
    return dict((n % 5, work(n)) for n in numbers)


if __name__ == "__main__":
    print(run(range(9)))
