def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


limit = [10]


def is_small(n):
    return work(n) % 20 < limit[0]


def run(numbers):
    for n in filter(is_small, numbers):
        limit[0] -= 1
        print(n)


if __name__ == "__main__":
    run(range(10))
