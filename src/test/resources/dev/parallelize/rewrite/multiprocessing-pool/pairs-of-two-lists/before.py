def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def add(a, b):
    return work(a) + work(b)


def run(first, second):
    return [add(a, b) for a, b in zip(first, second)]


if __name__ == "__main__":
    print(run([1, 2, 3], [5, 6, 7, 8]))
