from itertools import accumulate


def work(n, numbers):
    return sum(k * n for k in range(20000)) + next(accumulate(iterable=numbers))


def run(items):
    shared = iter(range(100))
    return [work(item, shared) for item in items]


if __name__ == "__main__":
    print(run([3, 1, 2]))
