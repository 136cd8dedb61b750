def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    for n in numbers:
        yield work(n)


if __name__ == "__main__":
    stream = run([4, 8, 15])
    print(next(stream))
    stream.close()
