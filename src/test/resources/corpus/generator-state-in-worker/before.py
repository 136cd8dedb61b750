def numbers():
    value = 1
    while True:
        value = value * 5 % 1009
        yield value


SOURCE = numbers()


def work(n):
    salt = next(SOURCE)
    total = 0
    for k in range(1500):
        total += n * k % (salt + 1)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([10, 10, 10]))
