class N:
    n = 0

    def __index__(self):
        N.n += 1
        return N.n


def work(x):
    return list(range(x))


def run(items):
    return [work(x) for x in items]


if __name__ == "__main__":
    print(run([N(), N(), N()]))
