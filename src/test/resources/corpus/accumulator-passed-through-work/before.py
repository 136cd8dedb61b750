def fold(total, n):
    for k in range(1500):
        total = (total * 31 + n * k) % 1000003
    return total


def run(numbers):
    total = 0
    for n in numbers:
        total = fold(total, n)
    return total


if __name__ == "__main__":
    print(run(range(1, 8)))
