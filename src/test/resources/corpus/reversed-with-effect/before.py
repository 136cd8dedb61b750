class Seq:
    hits = 0

    def __init__(self, n):
        self.n = n

    def __reversed__(self):
        Seq.hits += 1
        return iter([Seq.hits, self.n])


def work(s):
    return sum(reversed(s))


def run(items):
    return [work(s) for s in items]


if __name__ == "__main__":
    print(run([Seq(1), Seq(2), Seq(3)]))
