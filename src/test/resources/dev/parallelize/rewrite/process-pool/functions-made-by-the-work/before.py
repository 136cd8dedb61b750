def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def adder(n):
    value = work(n)
    return lambda x: x + value


def run(numbers):
    return list(map(adder, numbers))


if __name__ == "__main__":
    print([add(1) for add in run([4, 8, 15])])
