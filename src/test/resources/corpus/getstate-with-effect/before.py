class C:
    pickled = 0

    def __init__(self, n):
        self.n = n

    def __getstate__(self):
        C.pickled += 1
        return {"n": self.n + 1}


def work(c):
    return c.n * 2


def run(items):
    return [work(c) for c in items]


if __name__ == "__main__":
    print(run([C(1), C(2), C(3)]), C.pickled)
