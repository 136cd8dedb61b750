import itertools


class Adder:
    def __init__(self):
        self.n = 0

    def __call__(self, a, b):
        self.n += 1
        return a + b * self.n


def work(n):
    return n * 3


def run(items):
    return [work(n) for n in itertools.accumulate(items, Adder())]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
