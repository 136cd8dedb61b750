class K:
    hits = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        K.hits += 1
        return 1

    def __eq__(self, other):
        return K.hits % 2 == 0


def work(n):
    return len({K(n), K(n + 1), K(n + 2)})


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
