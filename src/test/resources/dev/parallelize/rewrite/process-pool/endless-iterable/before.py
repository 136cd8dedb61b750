import itertools


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(limit):
    for n in itertools.count(1):
        if work(n) > limit:
            return n


if __name__ == "__main__":
    print(run(9000))
