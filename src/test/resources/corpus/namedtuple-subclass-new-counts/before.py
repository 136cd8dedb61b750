import collections


class P(collections.namedtuple("P", "x")):
    made = []

    def __new__(cls, x):
        cls.made.append(x)
        return super().__new__(cls, x + len(cls.made))


def work(n):
    return P(n).x


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
