import itertools


class D:
    ids = itertools.count()

    def __init__(self, n):
        self.id = next(self.ids)
        self.n = n


def work(n):
    return D(n).id + n


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
