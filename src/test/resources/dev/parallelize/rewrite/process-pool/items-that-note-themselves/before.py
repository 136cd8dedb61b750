def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


given = []


def numbers(count):
    for n in range(count):
        given.append(n)
        yield n


def run(count):
    for n in numbers(count):
        if work(n) > 5000:
            break
    return len(given)


if __name__ == "__main__":
    print(run(50))
