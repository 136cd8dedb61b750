class K:
    hits = 0

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        K.hits += 1
        return K.hits % 3 == 0


def work(n):
    return [K(n), K(n), K(n)].count(K(1))


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
