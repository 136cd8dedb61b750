class D:
    __slots__ = ("n", "id")
    _next = 0

    def __init__(self, n):
        self.n = n
        self.id = D._next
        D._next = D._next + 1


def run(items):
    return [D(n).id for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
