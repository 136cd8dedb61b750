def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def numbers(count):
    for n in range(count):
        yield n % 5


def run(count):
    best = max(numbers(count), key=work)
    return best


if __name__ == "__main__":
    print(run(11))
    try:
        run(0)
    except ValueError as error:
        print(error)
