def work(n):
    total = 0.0
    for k in range(1, 1200):
        total += 1.0 / (n + k)
    return total


def run(numbers):
    total = 0.1
    for n in numbers:
        total += work(n)
    return total


if __name__ == "__main__":
    print(repr(run(range(12))))
