def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def run(items):
    return [work(item, 3) for i, item in enumerate(items) if i % 2]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
