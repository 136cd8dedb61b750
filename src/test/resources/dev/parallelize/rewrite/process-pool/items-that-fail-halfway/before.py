def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def numbers(lines):
    for line in lines:
        yield int(line)


def run(lines):
    for n in numbers(lines):
        print(n, work(n))


if __name__ == "__main__":
    run(["4", "8", "15", "sixteen", "23"])
