def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Point:
    def __init__(self, x):
        self.x = x


def moved(n):
    return Point(work(n))


def run(numbers):
    return [moved(n).x for n in numbers]


if __name__ == "__main__":
    print(run([3]))
