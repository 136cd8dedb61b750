class C:
    def __init__(self, n=0):
        self.n = n

    def __reduce__(self):
        return (C, ())


def work(c):
    return c.n * 2


def run(items):
    return [work(c) for c in items]


if __name__ == "__main__":
    print(run([C(1), C(2), C(3)]))
