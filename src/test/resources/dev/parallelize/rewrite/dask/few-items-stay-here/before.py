def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    values = []
    for n in numbers:
        values.append(work(n))
        print(n)
    return values


if __name__ == "__main__":
    print(run([1, 2]))
    print(run([1, 2, 3, 4]))
