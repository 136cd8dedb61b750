class K:
    hits = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        K.hits += 1
        return K.hits % 2 == 0


def work(n):
    return [k.n for k in sorted([K(n), K(n + 1), K(n + 2)])]


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
