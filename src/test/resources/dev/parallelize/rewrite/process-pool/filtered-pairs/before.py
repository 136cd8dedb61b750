def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def run(left, right):
    return [work(a, b) for a, b in zip(left, right) if a != b]


if __name__ == "__main__":
    print(run([1, 2, 3, 4], [4, 2, 1, 9]))
