import functools


class Lazy:
    loads = []

    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def value(self):
        Lazy.loads.append(self.n)
        return len(Lazy.loads)


def work(item):
    return item.value * 2


def run(items):
    return [work(i) for i in items]


if __name__ == "__main__":
    a = Lazy(1)
    print(run([a, Lazy(2), a]))
